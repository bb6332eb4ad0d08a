import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { formatDay } from "~/ui/dates";
import { Form } from "~/ui/form";
import { OneLine, Quiet } from "~/ui/layout";
import { Pagination } from "~/ui/pagination";
import { SelectField } from "~/ui/select-field";
import { clockKinds, clockWords, fromWords } from "./clock-words";
import { type ClockName, clockNames } from "./clocks";
import type { Deadline, DeadlinePage } from "./deadlines.server";

export type DeadlinesPageProps = DeadlinePage & { /** Only those of this kind. */ of?: ClockName | undefined };

/** Everything that is due, the late first. */
export const DeadlinesPage = ({ of, late, days, page, pages }: DeadlinesPageProps) => (
  <>
    <BackLink href={paths.cases}>All cases</BackLink>
    <h1 className="govuk-heading-l">Deadlines</h1>
    <Form method="get" action={paths.deadlines} className="govuk-!-margin-bottom-5">
      <OneLine>
        <SelectField name="of" label="What for" empty="Everything" value={of ?? ""} options={clockNames.map((value) => ({ value, label: clockKinds[value] }))} />
        <Button tone="secondary">Show</Button>
      </OneLine>
    </Form>
    {late.length + days.length === 0 && <p className="govuk-body">No deadline is running.</p>}
    {late.length > 0 && <Section id="late" title="Late" deadlines={late} late />}
    {days.map(({ day, deadlines }) => (
      <Section key={day} id={`on-${day}`} title={formatDay(day)} deadlines={deadlines} />
    ))}
    <Pagination page={page} pages={pages} href={(to) => `${paths.deadlines}?${new URLSearchParams({ ...(of && { of }), page: String(to) })}`} of="deadlines" />
  </>
);

const Section = ({ id, title, deadlines, late }: { id: string; title: string; deadlines: readonly Deadline[]; late?: boolean }) => (
  <section aria-labelledby={id}>
    <h2 className="govuk-heading-m" id={id}>
      {title}
    </h2>
    <ul className="wm-tidy">
      {deadlines.map(({ of, from, number, provider, due, paused, mark, ...about }) => (
        <li key={`${number} ${of} ${due}`}>
          <a href={wayTo({ mark, ...about })}>{provider}</a> <Quiet small>{number}</Quiet> {clockWords[of]}
          {mark && mark.criteria.length > 0 && `: ${mark.criteria.join(", ")}`}
          {late && <strong> Last day was {formatDay(due)}</strong>}
          <Quiet> Awaited: {fromWords[from]}</Quiet>
          {paused && <Quiet>. Paused: sooner if the answers come sooner</Quiet>}
        </li>
      ))}
    </ul>
  </section>
);

/** The page where it is looked after. */
export function wayTo({ caseId, appealId, concernId, mark }: Pick<Deadline, "caseId" | "appealId" | "concernId" | "mark">): string {
  if (mark) return paths.heldMark(mark.code);
  if (concernId) return paths.concern(concernId);
  return appealId ? paths.appeal(appealId) : paths.case(caseId ?? "");
}
