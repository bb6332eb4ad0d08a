import type { ReactNode } from "react";
import { classes } from "./form";
import { Tag, type Tone } from "./tag";

export type Task = {
  id: string;
  title: ReactNode;
  /** Where it is done. Left out when it cannot be started yet. */
  href?: string;
  hint?: ReactNode;
  /** Plain words for what is done ("Done"); with a tone, a tag for what is not. */
  status: string | { words: string; tone: Tone };
};
export type TaskListProps = { tasks: readonly Task[] };

/** Things to do, in any order, each with where it stands. */
export function TaskList({ tasks }: TaskListProps) {
  return (
    <ul className="govuk-task-list">
      {tasks.map((task) => {
        const status = `${task.id}-status`;
        const described = classes(task.hint ? `${task.id}-hint` : "", status);
        return (
          <li className={classes("govuk-task-list__item", task.href && "govuk-task-list__item--with-link")} key={task.id}>
            <div className="govuk-task-list__name-and-hint">
              {task.href ? (
                <a className="govuk-link govuk-task-list__link" href={task.href} aria-describedby={described}>
                  {task.title}
                </a>
              ) : (
                <div>{task.title}</div>
              )}
              {task.hint && (
                <div id={`${task.id}-hint`} className="govuk-task-list__hint">
                  {task.hint}
                </div>
              )}
            </div>
            <div className={classes("govuk-task-list__status", !task.href && "govuk-task-list__status--cannot-start-yet")} id={status}>
              {typeof task.status === "string" ? task.status : <Tag tone={task.status.tone}>{task.status.words}</Tag>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
