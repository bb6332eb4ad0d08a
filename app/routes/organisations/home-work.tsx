import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { OwnText } from "~/standards/own-text";
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
          {sent.map(({ id, title, textIn, version, on }) => (
            <li key={id}>
              <Sentence
                of={t("work.sent")}
                parts={{
                  what: (
                    <a href={paths.sent(id)}>
                      <OwnText textIn={textIn}>{title}</OwnText> {version}
                    </a>
                  ),
                  day: <Day day={on} />,
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {startable.length > 0 && (
        <>
          <p>{t(drafts.length + sent.length === 0 ? "work.look_first" : "work.also")}</p>
          {startable.map(({ key, title, textIn, carryFrom }) => (
            <Form action={paths.organisationAssessments(slug)} key={key}>
              <input type="hidden" name="standard" value={key} />
              {carryFrom && <input type="hidden" name="carry-from" value={carryFrom} />}
              <Button tone={drafts.length === 0 && !carryFrom ? "main" : "secondary"} small={drafts.length > 0 || carryFrom !== undefined}>
                <Sentence of={t(carryFrom ? "work.start_again" : "work.start")} parts={{ title: <OwnText textIn={textIn}>{title}</OwnText> }} />
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

function Draft({ draft: { id, title, textIn, version, questions, done, next, saved } }: { draft: HomeView["drafts"][number] }) {
  const { t } = useWords(ownWords);
  const own = (text: string) => <OwnText textIn={textIn}>{text}</OwnText>;
  return (
    <div>
      <p>
        <strong>
          {own(title)} {version}
        </strong>
        <br />
        {questions === undefined ? t("work.about_you") : t("work.questions", { count: questions, done })}{" "}
        {saved && (
          <Quiet small>
            <Sentence of={t("work.saved")} parts={{ at: <Moment at={saved.at} />, by: saved.by }} />
          </Quiet>
        )}
      </p>
      {next && (
        <p>
          <Sentence of={t("work.next")} parts={{ title: own(next.title) }} />
        </p>
      )}
      <ButtonGroup>
        <LinkButton href={next ? paths.criterion(id, next.id) : paths.assessment(id)} small>
          <Sentence of={t(next ? "work.go_on" : questions === undefined ? "work.begin" : "work.check")} parts={{ title: own(title) }} />
        </LinkButton>
        <a href={paths.assessment(id)}>{t("work.all_questions")}</a>
      </ButtonGroup>
    </div>
  );
}
