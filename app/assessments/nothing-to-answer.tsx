import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";

/** In place of the questions: the assessment was given up or taken back, or its standard is for others. */
export const NothingToAnswer = ({ slug, id, withdrawn, title }: { slug: string; id: string; withdrawn: boolean; title: string }) => (
  <div className="wm-prose">
    <BackLink href={paths.organisationAssessments(slug)}>All your self-assessments</BackLink>
    <h1 className="govuk-heading-l">{withdrawn ? `${title}: this one has ended` : `${title} is not for your group`}</h1>
    {withdrawn ? (
      <p>
        It was given up, or sent and taken back. Nobody works on it any more, and its answers are kept. You can{" "}
        <a href={paths.organisationAssessments(slug)}>start again with the same answers</a>.
      </p>
    ) : (
      <p>
        By what you told us first, this standard is for groups that do something else. <a href={paths.assessmentFacts(id)}>Look at what you told us</a>, or choose{" "}
        <a href={paths.organisationAssessments(slug)}>another standard</a>.
      </p>
    )}
  </div>
);
