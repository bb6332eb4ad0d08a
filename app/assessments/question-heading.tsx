import type { Criterion } from "#standards/format";
import { Details } from "~/ui/details";
import { Quiet } from "~/ui/layout";
import { Tag } from "~/ui/tag";

export type QuestionHeadingProps = { criterion: Pick<Criterion, "title" | "statement" | "must_have" | "why">; section: string; place: number; of: number };

/** What is asked, and why: drawn by the server, so that it can be read before anything else has come. */
export const QuestionHeading = ({ criterion, section, place, of }: QuestionHeadingProps) => (
  <>
    <h1 className="govuk-heading-l">
      <span className="govuk-caption-l">
        {section} · question {place} of {of}
      </span>{" "}
      {criterion.title}
    </h1>
    {criterion.must_have && (
      <p>
        <Tag>Must-have</Tag> <Quiet small>It must be Met for any mark in this standard.</Quiet>
      </p>
    )}
    <p className="govuk-body-l">{criterion.statement}</p>
    <Details summary="Why it matters">
      <p>{criterion.why}</p>
    </Details>
  </>
);
