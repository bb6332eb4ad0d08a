import { useWords } from "~/platform/language";
import { OwnText } from "~/standards/own-text";
import { Details } from "~/ui/details";
import { Quiet } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { Tag } from "~/ui/tag";
import { askingWords } from "./asking/words/asking-words";
import type { ShownCriterion } from "./shown-criterion";

export type QuestionHeadingProps = { criterion: Pick<ShownCriterion, "title" | "statement" | "must_have" | "why" | "textIn">; section: string; place: number; of: number };

/** What is asked, and why: drawn by the server, so that it can be read before anything else has come. */
export function QuestionHeading({ criterion, section, place, of }: QuestionHeadingProps) {
  const { t } = useWords(askingWords);
  const said = (text: string) => <OwnText textIn={criterion.textIn}>{text}</OwnText>;
  return (
    <>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">
          <Sentence of={t("question.place", { place, of })} parts={{ section: said(section) }} />
        </span>{" "}
        {said(criterion.title)}
      </h1>
      {criterion.must_have && (
        <p>
          <Tag>{t("question.must_have")}</Tag> <Quiet small>{t("question.must_have_what")}</Quiet>
        </p>
      )}
      <p className="govuk-body-l">{said(criterion.statement)}</p>
      <Details summary={t("question.why")}>
        <p>{said(criterion.why)}</p>
      </Details>
    </>
  );
}
