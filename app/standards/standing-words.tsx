import { useWords } from "~/platform/language";
import { Day } from "~/ui/date";
import { Sentence } from "~/ui/sentence";
import type { Standing } from "./standing";
import { standardsWords } from "./words/standards-words";

type Shown = { standing: Standing["standing"]; inForceFrom: string; lastSubmitOn?: string | undefined; supersededBy?: string | undefined };

/** How a version stands, in a sentence or two: since when, and until when it may still be sent in. */
export function StandingWords({ standing, inForceFrom, lastSubmitOn, supersededBy }: Shown) {
  const { t } = useWords(standardsWords);
  if (standing === "withdrawn") return t("standing.withdrawn");
  if (standing === "coming" || standing === "in_force") return <Sentence of={t(`standing.${standing}`)} parts={{ day: <Day day={inForceFrom} /> }} />;
  const by = supersededBy ?? "";
  if (lastSubmitOn === undefined) return t("standing.superseded", { by });
  return <Sentence of={t("standing.superseded_until", { by })} parts={{ day: <Day day={lastSubmitOn} /> }} />;
}
