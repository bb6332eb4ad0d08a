import type { ReactNode } from "react";
import { Level } from "#standards/format";
import { levelWord } from "~/review/level-word";
import { formatDay } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { Quiet } from "~/ui/layout";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { Letter } from "./letter";
import { appealWords, metWords, whenWords, wordsFor } from "./letter-words";

/** The letter about a decision, as a page: the same words as on paper. `contact`: how to reach us, in words. What can be done here and now, the children, stands under what happens next. */
export function LetterText({ letter, contact, children }: { letter: Letter; contact: string; children: ReactNode }) {
  const { headline, opening, todo } = wordsFor(letter);
  return (
    <>
      <h1 className="govuk-heading-l">{headline}</h1>
      <p className="govuk-body">
        <Quiet>
          {letter.provider} · {letter.standard.title} {letter.standard.version} · {formatDay(letter.date)} · Reference {letter.reference}
        </Quiet>
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
              {formatDay(day)}
            </Definition>
          ))}
        </Definitions>
      )}
      <ToDo heading={todo} todo={letter.todo} />
      {letter.next.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What happens next</h2>
          <Definitions>
            {letter.next.map(({ by, what }) => (
              <Definition term={whenWords(by)} key={what}>
                {what}
              </Definition>
            ))}
          </Definitions>
        </>
      )}
      {children}
      <h2 className="govuk-heading-m">If you think we got it wrong</h2>
      {appealWords(letter, contact).map((paragraph) => (
        <p className="govuk-body" key={paragraph}>
          {paragraph}
        </p>
      ))}
      <p className="govuk-body">
        <Quiet>{letter.decidedBy}</Quiet>
      </p>
      <h2 className="govuk-heading-m">Every point we looked at</h2>
      <p className="govuk-body">{metWords(letter.criteria)}</p>
      <Points criteria={letter.criteria} />
    </>
  );
}

const ToDo = ({ heading, todo }: { heading: string; todo: Letter["todo"] }) =>
  todo.length === 0 ? null : (
    <>
      <h2 className="govuk-heading-m">{heading}</h2>
      <ul className="govuk-list govuk-list--spaced">
        {todo.map(({ id, title, why, enough }) => (
          <li key={id}>
            <strong>
              {id} {title}
            </strong>
            <br />
            {why}
            <br />
            <Quiet>
              <strong>Enough:</strong> {enough}
            </Quiet>
          </li>
        ))}
      </ul>
    </>
  );

const Points = ({ criteria }: Pick<Letter, "criteria">) => (
  <Table
    caption="Every point, its level and why"
    hideCaption
    columns={[{ heading: "Point" }, { heading: "Level" }, { heading: "Why" }]}
    rows={criteria.map(({ id, title, must_have, level, reason }) => ({
      id,
      cells: [
        <>
          {id} {title} {must_have && <Tag tone="quiet">Must-have</Tag>}
        </>,
        levelWord(Level.nullable().parse(level)),
        reason || "–",
      ],
    }))}
  />
);
