import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { OwnText } from "~/standards/own-text";
import { BackLink } from "~/ui/back-link";
import { Sentence } from "~/ui/sentence";
import { assessmentWords } from "./words/assessment-words";

type Props = {
  slug: string;
  id: string;
  withdrawn: boolean;
  /** The draft it was moved from and back to. */
  movedBackTo: string | undefined;
  standard: { title: string; textIn: Language };
};

/** In place of the questions: the assessment was given up, taken back or moved back, or its standard is for others. */
export function NothingToAnswer({ slug, id, withdrawn, movedBackTo, standard }: Props) {
  const { t } = useWords(assessmentWords);
  const all = (words: string) => <a href={paths.organisationAssessments(slug)}>{words}</a>;
  const old = (words: string) => movedBackTo && <a href={paths.assessment(movedBackTo)}>{words}</a>;
  const facts = (words: string) => <a href={paths.assessmentFacts(id)}>{words}</a>;
  const why = movedBackTo ? "nothing.moved_back_why" : withdrawn ? "nothing.ended_why" : "nothing.for_others_why";
  return (
    <div className="wm-prose">
      <BackLink href={paths.organisationAssessments(slug)}>{t("list.back")}</BackLink>
      <h1 className="govuk-heading-l">
        <Sentence of={t(withdrawn ? "nothing.ended" : "nothing.for_others")} parts={{ title: <OwnText textIn={standard.textIn}>{standard.title}</OwnText> }} />
      </h1>
      <p>
        <Sentence of={t(why)} parts={{ again: all, others: all, facts, old }} />
      </p>
    </div>
  );
}
