import { Day } from "~/ui/date";
import type { Standing } from "./standing";

type Shown = { standing: Standing["standing"]; inForceFrom: string; lastSubmitOn?: string | undefined; supersededBy?: string | undefined };

/** How a version stands, in a sentence or two: since when, and until when it may still be sent in. */
export function StandingWords({ standing, inForceFrom, lastSubmitOn, supersededBy }: Shown) {
  if (standing === "withdrawn") return <>Withdrawn. Nothing new begins with it.</>;
  if (standing === "coming")
    return (
      <>
        In force from <Day day={inForceFrom} />.
      </>
    );
  if (standing === "in_force")
    return (
      <>
        In force since <Day day={inForceFrom} />.
      </>
    );
  return (
    <>
      {supersededBy} has taken its place. <Until day={lastSubmitOn} />
    </>
  );
}

const Until = ({ day }: { day: string | undefined }) =>
  day === undefined ? (
    <>Answers under it may still be sent in.</>
  ) : (
    <>
      The last day to send in answers under it: <Day day={day} />.
    </>
  );
