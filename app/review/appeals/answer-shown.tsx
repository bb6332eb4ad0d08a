import type { Level } from "#standards/format";
import { levelWords } from "~/assessments/answer";
import { askingWords } from "~/assessments/asking/words/asking-words";
import { useWords } from "~/platform/language";
import { formatMoment } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { Box } from "~/ui/layout";
import { changedBy } from "./appeal";
import type { ShownAnswer } from "./own-appeal";
import { appealWords } from "./words/appeal-words";

/** An answer to an appeal: what it came to, why, every point with its reason, and what was said against it. */
export function AnswerShown({ answer: { outcome, by, at, content, agree, dissent } }: { answer: ShownAnswer }) {
  const { t, language } = useWords(appealWords);
  const asked = askingWords(language);
  const level = (given: Level) => asked(`level.${levelWords[given]}`);
  const changed = changedBy(content).map(({ criterion }) => criterion);
  return (
    <>
      <p>
        <strong>{t(`outcome.${outcome}`)}</strong>
      </p>
      <Box tone="quote">{content.reason}</Box>
      <p className="wm-quiet wm-small">{t("page.answered_at", { name: by, at: formatMoment(at, language) })}</p>
      <Definitions layout="stack">
        {content.levels.map(({ criterion, from, level: to, reason }) => (
          <Definition
            term={to === null || to === from ? t("page.stays_at", { criterion, level: level(from) }) : t("page.changes", { criterion, from: level(from), to: level(to) })}
            key={criterion}
          >
            {reason}
          </Definition>
        ))}
        {content.findings.map(({ ground, upheld, reason }) => (
          <Definition term={t(upheld ? "page.right" : "page.not_right", { ground: t(`ground.${ground}`) })} key={ground}>
            {reason}
          </Definition>
        ))}
      </Definitions>
      <p>{changed.length > 0 ? t("effect.changed", { levels: changed.join(", ") }) : t("effect.none")}</p>
      {agree.length > 0 && <p>{t("page.confirmed", { names: agree.join(", ") })}</p>}
      {dissent.map(({ name, words }) => (
        <p key={name}>{t("page.dissent", { name, words })}</p>
      ))}
    </>
  );
}
