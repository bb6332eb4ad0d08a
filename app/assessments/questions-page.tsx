import type { ReactNode } from "react";
import { paths } from "~/platform/paths";
import { LinkButton } from "~/ui/button";
import { formatMoment } from "~/ui/dates";
import { Box, Columns, Quiet } from "~/ui/layout";
import { type Task as ListedTask, TaskList } from "~/ui/task-list";
import type { Progress, Task, TaskState } from "./progress";

export type QuestionsPageProps = {
  id: string;
  organisation: string;
  standard: { title: string; sections: readonly { id: string; title: string }[] };
  progress: Progress;
  lastSaved: { at: string; by: string } | undefined;
  maySubmit: boolean;
  contact: { email: string; phone: string };
};

/** Everything to do in one self-assessment. How many are done is said in numbers of questions: no percentages, and nothing in red. */
export function QuestionsPage({ id, organisation, standard, progress, lastSaved, maySubmit, contact }: QuestionsPageProps) {
  const { questions, done, next, tasks } = progress;
  return (
    <Columns beside={<Beside id={id} left={questions - done} maySubmit={maySubmit} contact={contact} />}>
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
      {standard.sections.map((section) => (
        <Section title={section.title} tasks={tasks.filter((task) => task.section === section.id).map((task) => listed(id, task))} key={section.id} />
      ))}
    </Columns>
  );
}

const Section = ({ title, tasks }: { title: string; tasks: ListedTask[] }): ReactNode =>
  tasks.length > 0 && (
    <>
      <h2 className="govuk-heading-s">{title}</h2>
      <TaskList tasks={tasks} />
    </>
  );

const statusWords: Record<TaskState, ListedTask["status"]> = { done: "Done", half_written: { words: "Half written", tone: "ask" }, to_do: { words: "To do", tone: "quiet" } };

const listed = (id: string, task: Task): ListedTask => ({
  id: task.id,
  title: task.title,
  href: paths.criterion(id, task.id),
  hint: task.mustHave ? "Must-have" : undefined,
  status: statusWords[task.state],
});

function Beside({ id, left, maySubmit, contact }: Pick<QuestionsPageProps, "id" | "maySubmit" | "contact"> & { left: number }) {
  return (
    <>
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
