import { useWords } from "~/platform/language";
import { Button } from "~/ui/button";
import { formatDay } from "~/ui/dates";
import { Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import type { Carried } from "./carried";
import { ChangeList } from "./change-list";
import type { Passed } from "./last-time";
import { OlderAnswers, type Places } from "./older-answers";
import { assessmentWords } from "./words/assessment-words";

/** What an answer from elsewhere asks, with where the answers it was made from can be read. From last time: who sent it, which dates in it have passed, and the question after it. */
export type NoteProps = {
  carried: Carried;
  /** The question is of a standard about sessions. */
  sessions: boolean;
  criterion: string;
  version: number;
  places: Places;
  sentBy: string | undefined;
  passed: readonly Passed[];
  next: string | undefined;
};

/** Above the form of an answer that was sent before: when, by whom, what of it has passed, and one press to say that it is still true; not while the day of its plan has passed, which has to be changed. */
export function LastTimeNote({ carried, criterion, version, places, sentBy, passed, next }: NoteProps) {
  const { t, language } = useWords(assessmentWords);
  const day = formatDay(carried.last_time?.sent_on ?? "", language);
  return (
    <Box tone="warn">
      <h2 className="govuk-heading-m" id="still_true" tabIndex={-1}>
        {t("last_time.heading", { day })}
      </h2>
      <p>{sentBy ? t("last_time.sent_by", { name: sentBy, day }) : t("last_time.sent", { day })}</p>
      {carried.changes.length > 0 && (
        <>
          <p>{t("last_time.reread")}</p>
          <ChangeList changes={carried.changes} />
        </>
      )}
      {passed.length > 0 && (
        <>
          <p>{t("last_time.passed.heading")}</p>
          <ul className="wm-tidy">
            {passed.map(({ what, title, on }) => (
              <li key={`${what} ${title} ${on}`}>{t(`last_time.passed.${what}`, { title, day: formatDay(on, language) })}</li>
            ))}
          </ul>
        </>
      )}
      <OlderAnswers from={carried.from} places={places} />
      {!passed.some(({ what }) => what === "plan") && (
        <Form>
          <input type="hidden" name="version" value={version} />
          {next !== undefined && passed.length === 0 && <input type="hidden" name="next" value={next} />}
          <Button name="settle" value={criterion}>
            {t("last_time.press")}
          </Button>
        </Form>
      )}
    </Box>
  );
}
