import { paths } from "~/platform/paths";
import { Button, ButtonGroup, LinkButton } from "~/ui/button";
import { Day, Moment } from "~/ui/date";
import { Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import type { HomeView } from "./home-view.server";

/** What is being answered, what has been sent and what can be started. */
export function Work({ view: { drafts, sent, startable }, slug }: { view: HomeView; slug: string }) {
  return (
    <section>
      <h2 className="wm-h wm-h--ruled">Self-assessment</h2>
      {drafts.map((draft) => (
        <Draft key={draft.id} draft={draft} />
      ))}
      {sent.length > 0 && (
        <ul>
          {sent.map(({ id, title, version, on }) => (
            <li key={id}>
              <a href={paths.sent(id)}>
                {title} {version}
              </a>
              , sent <Day day={on} />
            </li>
          ))}
        </ul>
      )}
      {startable.length > 0 && (
        <>
          <p>{drafts.length + sent.length === 0 ? "You can look through the questions before you decide, and stop at any time." : "You can also start:"}</p>
          {startable.map(({ key, title, carryFrom }) => (
            <Form action={paths.organisationAssessments(slug)} key={key}>
              <input type="hidden" name="standard" value={key} />
              {carryFrom && <input type="hidden" name="carry-from" value={carryFrom} />}
              <Button tone={drafts.length === 0 && !carryFrom ? "main" : "secondary"} small={drafts.length > 0 || carryFrom !== undefined}>
                {`Start${carryFrom ? " again" : ""}: ${title}`}
              </Button>
            </Form>
          ))}
        </>
      )}
      <p>
        <a href={paths.organisationAssessments(slug)}>All your self-assessments</a> · <a href={paths.library(slug)}>Your evidence library</a>
      </p>
    </section>
  );
}

const Draft = ({ draft: { id, title, version, questions, done, next, saved } }: { draft: HomeView["drafts"][number] }) => (
  <div>
    <p>
      <strong>
        {title} {version}
      </strong>
      <br />
      {questions === undefined ? "A few questions about you first." : `${questions} questions. ${done} done.`}{" "}
      {saved && (
        <Quiet small>
          Saved <Moment at={saved.at} /> by {saved.by}.
        </Quiet>
      )}
    </p>
    {next && <p>Next: {next.title}</p>}
    <ButtonGroup>
      <LinkButton href={next ? paths.criterion(id, next.id) : paths.assessment(id)} small>
        {next ? `Go on: ${title}` : questions === undefined ? `Begin: ${title}` : `Check and send: ${title}`}
      </LinkButton>
      <a href={paths.assessment(id)}>All its questions</a>
    </ButtonGroup>
  </div>
);
