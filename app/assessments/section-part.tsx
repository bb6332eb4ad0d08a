import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { formatMoment } from "~/ui/dates";
import { Details } from "~/ui/details";
import { Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import { SelectField } from "~/ui/select-field";
import { type Task as ListedTask, TaskList } from "~/ui/task-list";
import { commentsWords } from "./comment";
import type { Task, TaskState } from "./progress";
import { assessmentWords } from "./words/assessment-words";

export type ShownSection = {
  id: string;
  title: string;
  tasks: readonly Task[];
  left: number;
  given: { personId: string; name: string; title: string } | undefined;
  done: { by: string; at: string; changedSince: boolean } | undefined;
  lastSaved: { at: string; by: string } | undefined;
};
export type Colleague = { personId: string; name: string; title: string };
export type SectionPartProps = {
  id: string;
  section: ShownSection;
  self: string;
  members: readonly Colleague[];
  comments: Readonly<Record<string, number>>;
  newIn: Readonly<Record<string, string>>;
};

/** One section: its questions, how many are left, who looks after it, and who said that it is done. */
export function SectionPart({ id, section, self, members, comments, newIn }: SectionPartProps) {
  const tasks = section.tasks.map((task) => listed(id, task, comments[task.id] ?? 0, newIn[task.id]));
  return (
    <section aria-labelledby={`section-${section.id}`}>
      <h3 className="govuk-heading-s" id={`section-${section.id}`} tabIndex={-1}>
        {section.title}
      </h3>
      <p>
        <Quiet>{[leftWords(section), givenWords(section, self), savedWords(section)].filter(Boolean).join(" ")}</Quiet>
        {section.done && (
          <>
            <br />
            {doneWords(section.done)}
          </>
        )}
      </p>
      <TaskList tasks={tasks} />
      <SectionForms section={section} self={self} members={members} />
    </section>
  );
}

const leftWords = ({ left, tasks }: ShownSection) =>
  left === 0 ? "Every question is answered." : `${left} of ${tasks.length} ${tasks.length === 1 ? "question" : "questions"} left.`;
const givenWords = ({ given }: ShownSection, self: string) =>
  given && (given.personId === self ? "Given to you." : `Given to ${given.name}${given.title ? ` (${given.title})` : ""}.`);
const savedWords = ({ lastSaved }: ShownSection) => lastSaved && `Saved ${formatMoment(lastSaved.at)} by ${lastSaved.by}.`;
const doneWords = ({ by, at, changedSince }: NonNullable<ShownSection["done"]>) =>
  `${by} said that this section is done, ${formatMoment(at)}.${changedSince ? " It has been changed since." : ""}`;

/** What people decide about a section. Plain forms: they need no script. */
function SectionForms({ section: { id, title, given, done }, self, members }: Pick<SectionPartProps, "section" | "self" | "members">) {
  return (
    <Details summary={`Who does “${title}”, and is it done?`}>
      {members.length > 1 && (
        <Form>
          <input type="hidden" name="section" value={id} />
          <SelectField
            name="to"
            id={`to-${id}`}
            label="Give this section to"
            hint="They get a mail. Everybody can still answer everything."
            options={members.map(({ personId, name, title: role }) => ({ value: personId, label: `${name}, ${role}${personId === self ? " (you)" : ""}` }))}
            empty="Nobody in particular"
            value={given?.personId ?? ""}
          />
          <Button tone="secondary" small name="intent" value="give">
            Give this section<span className="govuk-visually-hidden"> “{title}”</span>
          </Button>
        </Form>
      )}
      <Form>
        <input type="hidden" name="section" value={id} />
        <Button tone="secondary" small name="intent" value={done && !done.changedSince ? "not_done" : "done"}>
          {done && !done.changedSince ? "Not done after all" : done ? "Say again that it is done" : "Mark this section as done"}
          <span className="govuk-visually-hidden">: “{title}”</span>
        </Button>
        {done?.changedSince && (
          <>
            {" "}
            <Button tone="secondary" small name="intent" value="not_done">
              Not done after all<span className="govuk-visually-hidden">: “{title}”</span>
            </Button>
          </>
        )}
      </Form>
    </Details>
  );
}

const statusWords: Record<TaskState, ListedTask["status"]> = {
  done: "Done",
  half_written: { words: "Half written", tone: "ask" },
  to_do: { words: "To do", tone: "quiet" },
  check: { words: "Check this", tone: "ask" },
  still_true: { words: assessmentWords("en")("last_time.status"), tone: "ask" },
  read_again: { words: "Done: read again", tone: "ask" },
  optional: { words: "If you like", tone: "quiet" },
};

const listed = (id: string, task: Task, comments: number, since: string | undefined): ListedTask => ({
  id: task.id,
  title: task.title,
  href: paths.criterion(id, task.id),
  hint: [since ? assessmentWords("en")("new_in.hint", { version: since }) : "", task.mustHave ? "Must-have" : "", commentsWords(comments)].filter(Boolean).join(" · ") || undefined,
  status: statusWords[task.state],
});
