import { paths } from "~/platform/paths";
import { Quiet } from "~/ui/layout";
import { DeskBar } from "~/ui/scale";
import { daysLeftWords } from "./days-left";
import type { DeskCase } from "./desk";
import { stateWords } from "./state-words";

/** One line over every page of a case: whose, against what, and by when. */
export const CaseBar = ({ about, place }: { about: DeskCase; place?: string }) => (
  <DeskBar right={about.daysLeft === null ? stateWords[about.state] : <strong>{daysLeftWords(about.daysLeft, about.awaitedUntil !== null)}</strong>}>
    <a href={paths.case(about.id)}>
      <strong>{about.provider}</strong>
    </a>{" "}
    · {about.standard} · {about.number}
    {place && <Quiet> · {place}</Quiet>}
  </DeskBar>
);
