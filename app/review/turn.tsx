import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { LinkButton } from "~/ui/button";
import { formatDay } from "~/ui/dates";
import { Box } from "~/ui/layout";
import type { TurnOf } from "./turn-of";
import { reviewWords } from "./words/review-words";

/** Whose turn it is: what the provider has to do and until when, and how our own time stands. */
export function Turn({ id, turn: { ours, theirs, asked } }: { id: string; turn: TurnOf }) {
  const { t, language } = useWords(reviewWords);
  const left = String(ours?.left ?? 0);
  return (
    <section aria-labelledby="turn">
      <h2 className="govuk-heading-m" id="turn">
        {t("asked.clock_title")}
      </h2>
      {theirs ? (
        <Box tone="warn">
          <p>
            <strong>{t("asked.clock_yours", { day: formatDay(theirs.due, language) })}</strong> {t("asked.clock_yours_left", { left: String(theirs.left) })}
          </p>
          {ours && <p>{t("asked.clock_ours_paused", { left })}</p>}
          <LinkButton href={paths.answerQuestions(id)}>{t("asked.clock_answer")}</LinkButton>
        </Box>
      ) : (
        ours && <p>{ours.left < 0 ? t("asked.clock_late") : t("asked.clock_ours", { left })}</p>
      )}
      {asked && !theirs && (
        <p>
          <a href={paths.answerQuestions(id)}>{t("asked.clock_see")}</a>
        </p>
      )}
    </section>
  );
}
