import type { ReactNode } from "react";
import { useWords } from "~/platform/language";
import { formatDay } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { Quiet } from "~/ui/layout";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { Letter } from "./letter";
import { appealWords, metWords, pointLevel, whenWords, wordsFor } from "./letter-words";
import { markWords } from "./words/mark-words";

type LetterTextProps = {
  letter: Letter;
  /** How to reach us, in words. */
  contact: string;
  /** What `lang` says of the standard's own words, where they are in another language than the letter. */
  textLang: string | undefined;
  /** What can be done here and now: stands under what happens next. */
  children: ReactNode;
};

/** The letter about a decision, as a page: the same words as on paper. */
export function LetterText({ letter, contact, textLang, children }: LetterTextProps) {
  const { t, language } = useWords(markWords);
  const { headline, opening, todo } = wordsFor(letter);
  const { provider, standard, date, reference } = letter;
  return (
    <>
      <h1 className="govuk-heading-l">{headline}</h1>
      <p className="govuk-body">
        <Quiet>{t("letter.about", { provider, standard: standard.title, version: standard.version, day: formatDay(date, language), reference })}</Quiet>
      </p>
      {opening.map((paragraph) => (
        <p className="govuk-body" key={paragraph}>
          {paragraph}
        </p>
      ))}
      {letter.dates.length > 0 && (
        <Definitions>
          {letter.dates.map(({ label, day }) => (
            <Definition term={label} key={label}>
              {formatDay(day, language)}
            </Definition>
          ))}
        </Definitions>
      )}
      <ToDo heading={todo} todo={letter.todo} textLang={textLang} />
      {letter.next.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("letter.next.heading")}</h2>
          <Definitions>
            {letter.next.map(({ by, what }) => (
              <Definition term={whenWords(by, letter.language)} key={what}>
                {what}
              </Definition>
            ))}
          </Definitions>
        </>
      )}
      {children}
      <h2 className="govuk-heading-m">{t("letter.appeal.heading")}</h2>
      {appealWords(letter, contact).map((paragraph) => (
        <p className="govuk-body" key={paragraph}>
          {paragraph}
        </p>
      ))}
      <p className="govuk-body">
        <Quiet>{letter.decidedBy}</Quiet>
      </p>
      {letter.looked.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("letter.looked")}</h2>
          {letter.looked.map((sentence) => (
            <p className="govuk-body" key={sentence}>
              {sentence}
            </p>
          ))}
        </>
      )}
      <h2 className="govuk-heading-m">{t("letter.points.heading")}</h2>
      <p className="govuk-body">{metWords(letter)}</p>
      <Points criteria={letter.criteria} textLang={textLang} />
    </>
  );
}

type OfText = Pick<LetterTextProps, "textLang">;

function ToDo({ heading, todo, textLang }: { heading: string; todo: Letter["todo"] } & OfText) {
  const { t } = useWords(markWords);
  if (todo.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{heading}</h2>
      <ul className="govuk-list govuk-list--spaced">
        {todo.map(({ id, title, why, enough }) => (
          <li key={id}>
            <strong>
              {id} <span lang={textLang}>{title}</span>
            </strong>
            <br />
            {why}
            <br />
            <Quiet>
              <strong>{t("letter.enough")}</strong> <span lang={textLang}>{enough}</span>
            </Quiet>
          </li>
        ))}
      </ul>
    </>
  );
}

function Points({ criteria, textLang }: Pick<Letter, "criteria"> & OfText) {
  const { t, language } = useWords(markWords);
  return (
    <Table
      caption={t("letter.points.caption")}
      hideCaption
      columns={[{ heading: t("letter.points.point") }, { heading: t("letter.points.level") }, { heading: t("letter.points.why") }]}
      rows={criteria.map(({ id, title, must_have, level, reason }) => ({
        id,
        cells: [
          <>
            {id} <span lang={textLang}>{title}</span> {must_have && <Tag tone="quiet">{t("letter.points.must_have")}</Tag>}
          </>,
          pointLevel(level, language),
          reason || "–",
        ],
      }))}
    />
  );
}
