import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { formatDay } from "~/ui/dates";
import { Box } from "~/ui/layout";
import { BackAgain, OlderUnder } from "./moved-page";
import type { NewerNotice } from "./newer.server";
import { assessmentWords } from "./words/assessment-words";

/** A newer version is there: until when this one may be sent, and where to see what a move would mean. Calm, because nothing has to be done today. */
export function MoveNotice({ id, newer: { from, to, lastSubmitOn, late } }: { id: string; newer: NewerNotice }) {
  const { t, language } = useWords(assessmentWords);
  return (
    <Box tone={late ? "warn" : "aside"}>
      <h2 className="govuk-heading-s" id="newer">
        {t("newer.title", { to })}
      </h2>
      <p>
        {lastSubmitOn ? t(late ? "newer.late" : "newer.until", { from, to, day: formatDay(lastSubmitOn, language) }) : t("newer.open", { from })}{" "}
        <a href={paths.migrate(id)}>{t("newer.see", { to })}</a>
      </p>
    </Box>
  );
}

export type MovedNoticeProps = { id: string; version: string; fromId: string; check: number; untouched: boolean; maySubmit: boolean };

/** Just after a move: what is left to do, where the older answers are, and the way back. */
export function MovedNotice({ id, version, fromId, check, untouched, maySubmit }: MovedNoticeProps) {
  const { t } = useWords(assessmentWords);
  return (
    <Box>
      <h2 className="govuk-heading-s" id="moved">
        {t("moved.notice", { version })}
      </h2>
      <p>
        {check > 0 && t("moved.to_check", { count: check })} <OlderUnder fromId={fromId} version={version} />
      </p>
      {untouched && <BackAgain id={id} version={version} maySubmit={maySubmit} />}
    </Box>
  );
}
