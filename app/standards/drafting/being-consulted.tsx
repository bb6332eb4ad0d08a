import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { Day } from "~/ui/date";
import { Sentence } from "~/ui/sentence";
import { standardsWords } from "../words/standards-words";
import type { OpenConsultation } from "./find-draft.server";

/** Where readers can say what they think of the next version now. Nothing where nobody is asked. */
export const BeingConsulted = ({ standardKey, consultations }: { standardKey: string; consultations: readonly OpenConsultation[] }) => {
  const { t, at } = useWords(standardsWords);
  return (
    <>
      {consultations.map(({ version, until }) => (
        <p className="govuk-body" key={version}>
          <Sentence of={t("versions.consulted")} parts={{ version: <a href={at(paths.consultation(standardKey, version))}>{version}</a>, day: <Day day={until} /> }} />
        </p>
      ))}
    </>
  );
};
