import type { Day } from "~/platform/calendar";
import { useWords } from "~/platform/language";
import { formatDay } from "~/ui/dates";
import { Box, Code, Prose } from "~/ui/layout";
import { Danger } from "./concern-form-page";
import { concernWords } from "./words/concern-words";

export type ConcernSentProps = { received: { reference: string; readBy: Day; hearBy: Day | null; mailed: boolean }; phone: string };

/** What whoever told us can rely on now. */
export function ConcernSentPage({ received: { reference, readBy, hearBy, mailed }, phone }: ConcernSentProps) {
  const { t, language } = useWords(concernWords);
  return (
    <Prose>
      <h1 className="govuk-heading-l">{t("sent.h1")}</h1>
      <Box>
        <p>
          {t("sent.label")}: <Code>{reference}</Code>
        </p>
        <p>{t("sent.for")}</p>
      </Box>
      <ul>
        <li>{t("sent.read", { day: formatDay(readBy, language) })}</li>
        <li>{hearBy ? t("sent.heard", { day: formatDay(hearBy, language) }) : t("sent.nobody", { phone })}</li>
        {mailed && <li>{t("sent.mailed")}</li>}
        {hearBy && <li>{t("sent.ring", { phone })}</li>}
      </ul>
      <Danger />
    </Prose>
  );
}
