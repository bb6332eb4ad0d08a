import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language, Say } from "~/platform/words";
import { OwnText } from "~/standards/own-text";
import { Button } from "~/ui/button";
import { formatMoment } from "~/ui/dates";
import { Details } from "~/ui/details";
import { Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import { SelectField } from "~/ui/select-field";
import { Sentence } from "~/ui/sentence";
import { type Task as ListedTask, TaskList } from "~/ui/task-list";
import { askingWords } from "./asking/words/asking-words";
import type { Task, TaskState } from "./progress";
import { assessmentWords } from "./words/assessment-words";
import type en from "./words/en.json";

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
  /** The language of the titles. */
  textIn: Language;
  self: string;
  members: readonly Colleague[];
  comments: Readonly<Record<string, number>>;
  newIn: Readonly<Record<string, string>>;
};

/** One section: its questions, how many are left, who looks after it, and who said that it is done. */
export function SectionPart({ id, section, textIn, self, members, comments, newIn }: SectionPartProps) {
  const { language } = useWords(assessmentWords);
  const tasks = section.tasks.map((task) => listed({ id, task, textIn, comments: comments[task.id] ?? 0, since: newIn[task.id] }, language));
  return (
    <section aria-labelledby={`section-${section.id}`}>
      <h3 className="govuk-heading-s" id={`section-${section.id}`} tabIndex={-1}>
        <OwnText textIn={textIn}>{section.title}</OwnText>
      </h3>
      <p>
        <Quiet>{standsWords(section, self, language)}</Quiet>
        {section.done && (
          <>
            <br />
            {doneWords(section.done, language)}
          </>
        )}
      </p>
      <TaskList tasks={tasks} />
      <SectionForms section={section} textIn={textIn} self={self} members={members} />
    </section>
  );
}

/** What is left, who looks after it and when somebody saved in it, each in its own sentence. */
function standsWords({ left, tasks, given, lastSaved }: ShownSection, self: string, language: Language): string {
  const t = assessmentWords(language);
  const leftover = left === 0 ? t("section.all_answered") : t("section.left", { left, count: tasks.length });
  const saved = lastSaved && t("section.saved", { at: formatMoment(lastSaved.at, language), by: lastSaved.by });
  return [leftover, given && givenWords(given, self, t), saved].filter(Boolean).join(" ");
}

function givenWords({ personId, name, title }: NonNullable<ShownSection["given"]>, self: string, t: Say<typeof en>): string {
  if (personId === self) return t("section.given_you");
  return title ? t("section.given_to_role", { name, role: title }) : t("section.given_to", { name });
}

const doneWords = ({ by, at, changedSince }: NonNullable<ShownSection["done"]>, language: Language) =>
  assessmentWords(language)(changedSince ? "section.done_before" : "section.done", { by, at: formatMoment(at, language) });

/** What people decide about a section. Plain forms: they need no script. */
function SectionForms({ section: { id, title, given, done }, textIn, self, members }: Pick<SectionPartProps, "section" | "textIn" | "self" | "members">) {
  const { t } = useWords(assessmentWords);
  const named = <OwnText textIn={textIn}>{title}</OwnText>;
  const of = <span className="govuk-visually-hidden">: “{named}”</span>;
  const stands = done && !done.changedSince;
  return (
    <Details summary={<Sentence of={t("section.who")} parts={{ title: named }} />}>
      {members.length > 1 && (
        <Form>
          <input type="hidden" name="section" value={id} />
          <SelectField
            name="to"
            id={`to-${id}`}
            label={t("section.give_to")}
            hint={t("section.give_hint")}
            options={members.map(({ personId, name, title: role }) => ({ value: personId, label: t(personId === self ? "section.person_you" : "section.person", { name, role }) }))}
            empty={t("section.nobody")}
            value={given?.personId ?? ""}
          />
          <Button tone="secondary" small name="intent" value="give">
            <Sentence of={t("section.give")} parts={{ of: <span className="govuk-visually-hidden"> “{named}”</span> }} />
          </Button>
        </Form>
      )}
      <Form>
        <input type="hidden" name="section" value={id} />
        <Button tone="secondary" small name="intent" value={stands ? "not_done" : "done"}>
          <Sentence of={t(stands ? "section.not_done" : done ? "section.say_again" : "section.say_done")} parts={{ of }} />
        </Button>
        {done?.changedSince && (
          <>
            {" "}
            <Button tone="secondary" small name="intent" value="not_done">
              <Sentence of={t("section.not_done")} parts={{ of }} />
            </Button>
          </>
        )}
      </Form>
    </Details>
  );
}

/** Undefined: plain words. */
const tones: Record<TaskState, "ask" | "quiet" | undefined> = {
  done: undefined,
  half_written: "ask",
  to_do: "quiet",
  check: "ask",
  still_true: "ask",
  read_again: "ask",
  optional: "quiet",
};

type InList = { id: string; task: Task; textIn: Language; comments: number /** The version it is new in. */; since: string | undefined };

function listed({ id, task, textIn, comments, since }: InList, language: Language): ListedTask {
  const t = assessmentWords(language);
  const hints = [
    since && t("new_in.hint", { version: since }),
    task.mustHave && askingWords(language)("question.must_have"),
    comments > 0 && t("comment.count", { count: comments }),
  ];
  const [words, tone] = [t(`task.${task.state}`), tones[task.state]];
  return {
    id: task.id,
    title: <OwnText textIn={textIn}>{task.title}</OwnText>,
    href: paths.criterion(id, task.id),
    hint: hints.filter(Boolean).join(" · ") || undefined,
    status: tone ? { words, tone } : words,
  };
}
