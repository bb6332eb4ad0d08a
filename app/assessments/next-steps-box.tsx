import { Fragment } from "react";
import type { Level } from "#standards/format";
import { useWords } from "~/platform/language";
import { OwnText } from "~/standards/own-text";
import { Box } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { levelWords } from "./answer";
import { askingWords } from "./asking/words/asking-words";
import { awardWords } from "./move-words";
import type { NextSteps, Step } from "./next-steps";
import { assessmentWords } from "./words/assessment-words";

/** The shortest way to the next level by their own levels, the must-haves together and first; nothing while there is none to show. */
export function NextStepsBox({ next }: { next: NextSteps | undefined }) {
  const { t, language } = useWords(assessmentWords);
  if (!next) return null;
  const isMust = ({ mustHave, to }: Step) => mustHave && to === 2;
  const must = next.steps.filter(isMust);
  return (
    <Box>
      <h2 className="govuk-heading-m">{t("next.title")}</h2>
      <p>{t("next.goal", { level: awardWords(next.target, language) })}</p>
      <ul className="wm-tidy">
        {must.length > 0 && (
          <li>
            <MustHaves steps={must} />
          </li>
        )}
        {next.steps
          .filter((step) => !isMust(step))
          .map((step) => (
            <li key={step.criterion}>
              <OneStep {...step} />
            </li>
          ))}
      </ul>
      <p>{t("next.no_promise")}</p>
    </Box>
  );
}

function useLevelName() {
  const { t } = useWords(askingWords);
  return (level: Level) => t(`level.${levelWords[level]}`);
}

function OneStep({ title, textIn, from, to }: Step) {
  const { t } = useWords(assessmentWords);
  const name = useLevelName();
  return <Sentence of={t("next.step", { from: name(from), to: name(to) })} parts={{ title: <OwnText textIn={textIn}>{title}</OwnText> }} />;
}

function MustHaves({ steps }: { steps: readonly Step[] }) {
  const { t } = useWords(assessmentWords);
  const name = useLevelName();
  const named = steps.map(({ criterion, title, textIn, from }, at) => (
    <Fragment key={criterion}>
      {at > 0 && "; "}
      <Sentence of={t("next.named", { level: name(from) })} parts={{ title: <OwnText textIn={textIn}>{title}</OwnText> }} />
    </Fragment>
  ));
  return <Sentence of={t("next.must", { count: steps.length })} parts={{ named }} />;
}
