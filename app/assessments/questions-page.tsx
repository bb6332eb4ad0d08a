import { paths } from "~/platform/paths";
import { LinkButton } from "~/ui/button";
import { formatMoment } from "~/ui/dates";
import { Box, Columns, Quiet } from "~/ui/layout";
import type { Progress } from "./progress";
import { type Colleague, SectionPart, type ShownSection } from "./section-part";
import type { Share } from "./sections";

export type QuestionsPageProps = {
  id: string;
  organisation: string;
  standard: { title: string };
  progress: Pick<Progress, "questions" | "done" | "next">;
  sections: readonly ShownSection[];
  shares: readonly Share[];
  members: readonly Colleague[];
  comments: Readonly<Record<string, number>>;
  /** The version that brought a question, where it is new to them. */
  newIn: Readonly<Record<string, string>>;
  /** Who is looking. */
  self: string;
  /** Only the sections that were given to whoever is looking. */
  onlyMine: boolean;
  lastSaved: { at: string; by: string } | undefined;
  maySubmit: boolean;
  contact: { email: string; phone: string };
};

/** Everything to do in one self-assessment. How many are done is said in numbers of questions: no percentages, and nothing in red. */
export function QuestionsPage({
  id,
  organisation,
  standard,
  progress,
  sections,
  shares,
  members,
  comments,
  newIn,
  self,
  onlyMine,
  lastSaved,
  maySubmit,
  contact,
}: QuestionsPageProps) {
  const { questions, done, next } = progress;
  const mine = sections.filter(({ given }) => given?.personId === self);
  const others = sections.filter(({ given }) => given?.personId !== self);
  const part = (section: ShownSection) => <SectionPart id={id} section={section} self={self} members={members} comments={comments} newIn={newIn} key={section.id} />;
  return (
    <Columns beside={<Beside id={id} left={questions - done} shares={members.length > 1 ? shares : []} maySubmit={maySubmit} contact={contact} />}>
      <h1 className="wm-display">
        You have {questions} questions. {done} done.{lastSaved ? " Saved." : ""}
      </h1>
      <p>
        <Quiet>
          {standard.title}, {organisation}. {lastSaved ? `Last saved ${formatMoment(lastSaved.at)} by ${lastSaved.by}. ` : ""}You can stop here; nothing is lost.
        </Quiet>
      </p>
      <p>
        {next ? (
          <LinkButton href={paths.criterion(id, next.id)}>{`${done === 0 && next.state === "to_do" ? "Start" : "Carry on"}: ${next.title}`}</LinkButton>
        ) : (
          <LinkButton href={paths.check(id)}>Check your answers and send them</LinkButton>
        )}
      </p>
      <h2 className="govuk-heading-m" id="sections" tabIndex={-1}>
        {mine.length > 0 ? "Given to you" : "Questions, in any order"}
      </h2>
      {(mine.length > 0 ? mine : sections).map(part)}
      {mine.length > 0 && others.length > 0 && (
        <>
          <h2 className="govuk-heading-m">The other sections</h2>
          <p>
            <a href={onlyMine ? paths.assessment(id) : `${paths.assessment(id)}?show=mine`}>{onlyMine ? "Show these too" : "Show only what was given to you"}</a>
          </p>
          {!onlyMine && others.map(part)}
        </>
      )}
    </Columns>
  );
}

/** Who has how much to do, for everybody in the group to see. */
const Shares = ({ shares }: { shares: readonly Share[] }) => (
  <Box>
    <h2 className="govuk-heading-s">Who has what</h2>
    <ul className="wm-tidy">
      {shares.map(({ name, title, sections, left }) => (
        <li key={name ?? ""}>
          <strong>{name ?? "Nobody yet"}</strong>
          {title && `, ${title}`}
          <br />
          <Quiet small>
            {sections === 1 ? "1 section" : `${sections} sections`}, {left === 0 ? "nothing left" : left === 1 ? "1 question left" : `${left} questions left`}
          </Quiet>
        </li>
      ))}
    </ul>
  </Box>
);

function Beside({ id, left, shares, maySubmit, contact }: Pick<QuestionsPageProps, "id" | "shares" | "maySubmit" | "contact"> & { left: number }) {
  return (
    <>
      {shares.length > 0 && <Shares shares={shares} />}
      <Box>
        <h2 className="govuk-heading-s">Would you rather talk?</h2>
        <p>
          Ring <strong className="wm-nowrap">{contact.phone}</strong> or write to {contact.email}.
        </p>
      </Box>
      <ul className="wm-tidy">
        <li>
          <a href={paths.assessmentFacts(id)}>What you told us first</a>
          <br />
          <Quiet small>It decides which questions you get</Quiet>
        </li>
        <li>
          <a href={paths.check(id)}>Check your answers{maySubmit ? " and send them" : ""}</a>
          <br />
          <Quiet small>{maySubmit ? "See everything on one page, and what is missing" : "Somebody else in your group may send them"}</Quiet>
        </li>
        <li>
          <strong>Who sees this?</strong>
          <br />
          <Quiet small>Only the people of your group, until you send it. Private notes are never sent.</Quiet>
        </li>
      </ul>
      <p>
        <Quiet>
          <strong>{left} to go.</strong> Most take a sentence or two. “Not yet” is an honest answer, and never public.
        </Quiet>
      </p>
    </>
  );
}
