import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { LinkButton } from "~/ui/button";
import { ChangedWordsKey } from "~/ui/changed-words";
import { Day } from "~/ui/date";
import { Prose } from "~/ui/layout";
import { CriterionText } from "../criterion-text";
import { CommentsList } from "./comments-list";
import type { Consultation } from "./consultation.server";
import { DifferingItem } from "./draft-page";

/** A version in consultation, for everybody: what would be different and why, the whole text, and what readers said of each criterion. */
export function ConsultationPage(consultation: Consultation) {
  const { standardKey, version, title, from, stands, comments, differing, changes, text } = consultation;
  const about = (criterion: string | null) => comments.filter((each) => each.criterion === criterion);
  const shown = new Set(text?.sections.flatMap(({ criteria }) => criteria.map(({ id }) => id)) ?? []);
  return (
    <Prose>
      <BackLink href={paths.standard(standardKey)}>{`All versions of ${title}`}</BackLink>
      <h1 className="govuk-heading-l">
        {title} {version}: what we would like to change
      </h1>
      <Stands {...consultation} />
      {changes.length > 0 && (
        <>
          <h2>What would change, and why</h2>
          <p>
            Compared with <a href={paths.standardVersion(standardKey, from)}>{`${title} ${from}`}</a>. {differing.length > 0 && <ChangedWordsKey />}
          </p>
          {changes.map(({ what, reason, whatToDo }) => (
            <p key={what}>
              <strong>{what}</strong> {reason} <em>What you would have to do:</em> {whatToDo}
            </p>
          ))}
          {differing.map((each) => (
            <DifferingItem key={each.id ?? ""} {...each} />
          ))}
        </>
      )}
      <section id="whole" aria-labelledby="whole-title">
        <h2 id="whole-title">About the whole</h2>
        {about(null).length === 0 && <p>Nobody has said anything about the whole yet.</p>}
        <CommentsList comments={comments.filter(({ criterion }) => criterion === null || !shown.has(criterion))} />
      </section>
      {text?.sections.map(({ id, title, criteria }) => (
        <section key={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{title}</h2>
          {criteria.map((each) => (
            <div key={each.id}>
              <CriterionText {...each} />
              <CommentsList comments={about(each.id)} />
              {stands === "open" && (
                <p>
                  <a href={paths.commentOn(standardKey, version, each.id)}>Comment on {each.id}</a>
                </p>
              )}
            </div>
          ))}
        </section>
      ))}
    </Prose>
  );
}

function Stands({ standardKey, version, stands, until }: Consultation) {
  if (stands === "published")
    return (
      <p>
        This consultation has ended, and <a href={paths.standardVersion(standardKey, version)}>{version} is published</a>. What was said stays here.
      </p>
    );
  if (stands === "rewriting") return <p>The text is being written again after what readers said. It will be put here for comments again. What was said stays here.</p>;
  if (stands === "over" || until === null)
    return <p>This consultation has ended{until && <Ended until={until} />}. The editors are reading what was said. Nothing of it is in force yet.</p>;
  return (
    <>
      <p>
        Nothing of this is in force yet. Say what you think until <Day day={until} />. Comments are public, with your name. You need to sign in to write one, not to read them.
      </p>
      <LinkButton href={paths.commentOn(standardKey, version)}>Comment on it</LinkButton>
    </>
  );
}

const Ended = ({ until }: { until: string }) => (
  <>
    {" "}
    on <Day day={until} />
  </>
);
