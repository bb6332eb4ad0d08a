import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";

export type MovedOnProps = {
  slug: string;
  id: string;
  standard: { title: string; version: string };
  movedTo: string | undefined;
  answered: readonly { id: string; title: string }[];
};

/** In place of the questions: the answers went on in a newer version, and can be read here for ever. */
export const MovedOn = ({ slug, id, standard: { title, version }, movedTo, answered }: MovedOnProps) => (
  <div className="wm-prose">
    <BackLink href={paths.organisationAssessments(slug)}>All your self-assessments</BackLink>
    <h1 className="govuk-heading-l">
      <span className="govuk-caption-l">{title}</span> Your answers under version {version}
    </h1>
    <p>
      They went on in a newer version
      {movedTo && (
        <>
          : <a href={paths.assessment(movedTo)}>go on there</a>
        </>
      )}
      . Nothing here changes any more, and everything you typed can be read.
    </p>
    <ul className="wm-tidy">
      {answered.map((each) => (
        <li key={each.id}>
          <a href={paths.criterion(id, each.id)}>{each.title}</a>
        </li>
      ))}
    </ul>
    {answered.length === 0 && <p>Nothing had been answered yet.</p>}
  </div>
);
