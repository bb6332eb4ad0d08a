import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Day, Moment } from "~/ui/date";
import { Definition, Definitions } from "~/ui/definition";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import { Pagination } from "~/ui/pagination";
import { Table } from "~/ui/table";
import { TextField } from "~/ui/text-field";
import type { Hold, OpenPlan, PastPlan, RetentionDesk } from "./desk";
import type { TypedHold } from "./hold-input";
import { endingWords } from "./plan-words";
import { RulesTable } from "./rules-table";

export type RetentionPageProps = { desk: RetentionDesk; typed: TypedHold; errors: FieldErrors };

/** What will be deleted and when, with the ways to hold something back; the rules; what was deleted. */
export const RetentionPage = ({ desk: { next, holds, past, page, pages }, typed, errors }: RetentionPageProps) => (
  <>
    <ErrorSummary errors={errors} />
    <h1 className="govuk-heading-l">What we keep</h1>
    <p className="govuk-body">Once a day we look for what has been kept long enough, and write it down here. It is deleted a week later at the earliest, and then for good.</p>
    <h2 className="govuk-heading-m">What will be deleted</h2>
    <Next plans={next} />
    <h2 className="govuk-heading-m">Held back</h2>
    <Held holds={holds} />
    <HoldForm typed={typed} errors={errors} />
    <h2 className="govuk-heading-m">What was deleted</h2>
    <Past plans={past} />
    <Pagination page={page} pages={pages} href={(to) => paths.retention(to)} of="what was deleted" />
    <h2 className="govuk-heading-m">The rules</h2>
    <p className="govuk-body">
      As everybody can read them on the page about <a href={paths.privacy}>privacy</a>, in English and Welsh.
    </p>
    <RulesTable />
  </>
);

const mostNamed = 20;

/** The groups by name, behind a word: a privacy lead looks whether one of them is known to need it still. */
const Whose = ({ groups }: Pick<OpenPlan, "groups">) =>
  groups.length === 0 ? (
    <Quiet>No group’s</Quiet>
  ) : (
    <Details summary={groups.length === 1 ? "1 group" : `${groups.length} groups`}>
      <ul className="wm-tidy">
        {groups.slice(0, mostNamed).map(({ name, count }) => (
          <li key={name}>{`${name}: ${count}`}</li>
        ))}
        {groups.length > mostNamed && <li>and {groups.length - mostNamed} more</li>}
      </ul>
    </Details>
  );

const Next = ({ plans }: { plans: OpenPlan[] }) => (
  <Table
    caption="What will be deleted"
    hideCaption
    empty="Nothing. Everything here is younger than its rule says."
    columns={[{ heading: "What" }, { heading: "How many", numeric: true }, { heading: "Whose" }, { heading: "Oldest counts from" }, { heading: "Deleted from" }]}
    rows={plans.map(({ id, ending, count, groups, oldest, fromDay }) => ({
      id,
      cells: [endingWords[ending], count, <Whose groups={groups} key="whose" />, <Day day={oldest} short key="oldest" />, <Day day={fromDay} short key="from" />],
    }))}
  />
);

const Past = ({ plans }: { plans: PastPlan[] }) => (
  <Table
    caption="What was deleted"
    hideCaption
    empty="Nothing yet."
    columns={[{ heading: "What" }, { heading: "Planned", numeric: true }, { heading: "Deleted", numeric: true }, { heading: "Kept after all", numeric: true }, { heading: "When" }]}
    rows={plans.map(({ id, ending, count, removed, spared, carriedOutAt }) => ({
      id,
      cells: [endingWords[ending], count, removed, spared, <Moment at={carriedOutAt} key="at" />],
    }))}
  />
);

const Held = ({ holds }: { holds: Hold[] }) =>
  holds.length === 0 ? (
    <p className="govuk-body">Nothing is held back.</p>
  ) : (
    <Definitions layout="stack">
      {holds.map(({ id, what, reason, by, at }) => (
        <Definition term={what} key={id}>
          {reason}{" "}
          <Quiet small>
            {by}, <Moment at={at} />
          </Quiet>
          <Form>
            <input type="hidden" name="intent" value="let_go" />
            <input type="hidden" name="hold" value={id} />
            <Button tone="secondary" small>{`Let go: ${what}`}</Button>
          </Form>
        </Definition>
      ))}
    </Definitions>
  );

const HoldForm = ({ typed, errors }: Omit<RetentionPageProps, "desk">) => {
  const form = (
    <Form>
      <input type="hidden" name="intent" value="hold_back" />
      <TextField
        name="what"
        label="Which case or group"
        hint="The number of a case, such as C-0042, or the whole name of a group."
        value={typed.what}
        error={errors.what}
        width={30}
      />
      <TextField name="reason" label="Why it is still needed" hint="Everybody who does this work can read it. Roles, not names." value={typed.reason} error={errors.reason} />
      <Button>Hold it back</Button>
    </Form>
  );
  return Object.keys(errors).length > 0 ? form : <Details summary="Hold something back">{form}</Details>;
};
