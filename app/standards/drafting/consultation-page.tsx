import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { LinkButton } from "~/ui/button";
import { ChangedWordsKey } from "~/ui/changed-words";
import { Day } from "~/ui/date";
import { Prose } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { CriterionText } from "../criterion-text";
import { OwnText } from "../own-text";
import { TextNote } from "../text-note";
import { standardsWords } from "../words/standards-words";
import { CommentsList } from "./comments-list";
import type { Consultation } from "./consultation.server";
import { DifferingItem } from "./differing-item";

/** A version in consultation, for everybody: what would be different and why, the whole text, and what readers said of each criterion. What is proposed is in English. */
export function ConsultationPage(consultation: Consultation) {
  const { standardKey, version, title, titleIn, stands, comments, text } = consultation;
  const { t, at } = useWords(standardsWords);
  const about = (criterion: string | null) => comments.filter((each) => each.criterion === criterion);
  const shown = new Set(text?.sections.flatMap(({ criteria }) => criteria.map(({ id }) => id)) ?? []);
  return (
    <Prose>
      <BackLink href={at(paths.standard(standardKey))}>{t("list.all_of", { title })}</BackLink>
      <h1 className="govuk-heading-l">
        <Sentence of={t("consultation.title", { version })} parts={{ title: <OwnText textIn={titleIn}>{title}</OwnText> }} />
      </h1>
      <Stands {...consultation} />
      {text && <TextNote textIn="en" checked english={paths.consultation(standardKey, version)} />}
      <Changes {...consultation} />
      <section id="whole" aria-labelledby="whole-title">
        <h2 id="whole-title">{t("consultation.whole")}</h2>
        {about(null).length === 0 && <p>{t("consultation.nobody")}</p>}
        <CommentsList comments={comments.filter(({ criterion }) => criterion === null || !shown.has(criterion))} />
      </section>
      {text?.sections.map(({ id, title, criteria }) => (
        <section key={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>
            <OwnText textIn="en">{title}</OwnText>
          </h2>
          {criteria.map((each) => (
            <div key={each.id}>
              <CriterionText {...each} />
              <CommentsList comments={about(each.id)} />
              {stands === "open" && (
                <p>
                  <a href={at(paths.commentOn(standardKey, version, each.id))}>{t("consultation.comment_on", { id: each.id })}</a>
                </p>
              )}
            </div>
          ))}
        </section>
      ))}
    </Prose>
  );
}

/** What would be different and why, in the words of whoever proposes it. */
function Changes({ standardKey, title, titleIn, from, changes, differing }: Consultation) {
  const { t, at } = useWords(standardsWords);
  const link = (
    <a href={at(paths.standardVersion(standardKey, from))}>
      <OwnText textIn={titleIn}>{`${title} ${from}`}</OwnText>
    </a>
  );
  if (changes.length === 0) return null;
  return (
    <>
      <h2>{t("consultation.changes")}</h2>
      <p>
        <Sentence of={t("consultation.compared")} parts={{ from: link }} /> {differing.length > 0 && <ChangedWordsKey />}
      </p>
      {changes.map(({ what, reason, whatToDo }) => (
        <p key={what}>
          <strong>
            <OwnText textIn="en">{what}</OwnText>
          </strong>{" "}
          <OwnText textIn="en">{reason}</OwnText> <em>{t("consultation.to_do")}</em> <OwnText textIn="en">{whatToDo}</OwnText>
        </p>
      ))}
      {differing.map((each) => (
        <DifferingItem key={each.id ?? ""} {...each} />
      ))}
    </>
  );
}

function Stands({ standardKey, version, stands, until }: Consultation) {
  const { t, at } = useWords(standardsWords);
  const day = until && <Day day={until} />;
  if (stands === "published") {
    const text = (words: string) => <a href={at(paths.standardVersion(standardKey, version))}>{words}</a>;
    return (
      <p>
        <Sentence of={t("consultation.stands.published", { version })} parts={{ text }} />
      </p>
    );
  }
  if (stands === "rewriting") return <p>{t("consultation.stands.rewriting")}</p>;
  if (until === null) return <p>{t("consultation.stands.over")}</p>;
  return (
    <>
      <p>
        <Sentence of={t(stands === "over" ? "consultation.stands.over_on" : "consultation.stands.open")} parts={{ day }} />
      </p>
      {stands === "open" && <LinkButton href={at(paths.commentOn(standardKey, version))}>{t("consultation.comment")}</LinkButton>}
    </>
  );
}
