import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { Button, ButtonGroup, LinkButton } from "~/ui/button";
import { Day, Moment } from "~/ui/date";
import { Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import type { HomeView } from "./home-view.server";
import { ownWords } from "./words/own-words";

/** What is being answered, what has been sent and what can be started. */
export function Work({ view: { drafts, sent, startable }, slug }: { view: HomeView; slug: string }) {
  const { t } = useWords(ownWords);
  return (
    <section>
      <h2 className="wm-h wm-h--ruled">{t("work.title")}</h2>
      {drafts.map((draft) => (
        <Draft key={draft.id} draft={draft} />
      ))}
      {sent.length > 0 && (
        <ul>
          {sent.map(({ id, title, version, on }) => (
            <li key={id}>
              <Sentence of={t("work.sent")} parts={{ what: <a href={paths.sent(id)}>{`${title} ${version}`}</a>, day: <Day day={on} /> }} />
            </li>
          ))}
        </ul>
      )}
      {startable.length > 0 && (
        <>
          <p>{t(drafts.length + sent.length === 0 ? "work.look_first" : "work.also")}</p>
          {startable.map(({ key, title, carryFrom }) => (
            <Form action={paths.organisationAssessments(slug)} key={key}>
              <input type="hidden" name="standard" value={key} />
              {carryFrom && <input type="hidden" name="carry-from" value={carryFrom} />}
              <Button tone={drafts.length === 0 && !carryFrom ? "main" : "secondary"} small={drafts.length > 0 || carryFrom !== undefined}>
                {t(carryFrom ? "work.start_again" : "work.start", { title })}
              </Button>
            </Form>
          ))}
        </>
      )}
      <p>
        <a href={paths.organisationAssessments(slug)}>{t("work.all")}</a> · <a href={paths.library(slug)}>{t("work.library")}</a>
      </p>
    </section>
  );
}

function Draft({ draft: { id, title, version, questions, done, next, saved } }: { draft: HomeView["drafts"][number] }) {
  const { t } = useWords(ownWords);
  return (
    <div>
      <p>
        <strong>
          {title} {version}
        </strong>
        <br />
        {questions === undefined ? t("work.about_you") : t("work.questions", { count: questions, done })}{" "}
        {saved && (
          <Quiet small>
            <Sentence of={t("work.saved")} parts={{ at: <Moment at={saved.at} />, by: saved.by }} />
          </Quiet>
        )}
      </p>
      {next && <p>{t("work.next", { title: next.title })}</p>}
      <ButtonGroup>
        <LinkButton href={next ? paths.criterion(id, next.id) : paths.assessment(id)} small>
          {t(next ? "work.go_on" : questions === undefined ? "work.begin" : "work.check", { title })}
        </LinkButton>
        <a href={paths.assessment(id)}>{t("work.all_questions")}</a>
      </ButtonGroup>
    </div>
  );
}
