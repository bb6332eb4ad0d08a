import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Moment } from "~/ui/date";
import { Details } from "~/ui/details";
import { type FieldErrors, Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import { SelectField } from "~/ui/select-field";
import { Table } from "~/ui/table";
import { TextArea } from "~/ui/text-field";
import { type SchemeRole, schemeRoles } from "../actor";
import { neverEmpty, roleWords } from "./roles";
import type { RoleChange, SchemePerson } from "./scheme-people.server";

/** Everybody who was found, with their roles. */
export const PeopleTable = ({ rows, empty }: { rows: SchemePerson[]; empty: string }) => (
  <Table
    caption="People"
    hideCaption
    columns={[{ heading: "Name" }, { heading: "E-mail" }, { heading: "Roles" }]}
    empty={empty}
    rows={rows.map(({ id, name, email, roles }) => ({
      id,
      cells: [
        <a href={paths.schemePerson(id)} key="name">
          {name}
        </a>,
        email,
        roles.length > 0 ? roles.map((role) => roleWords[role].name).join(", ") : <Quiet key="none">None</Quiet>,
      ],
    }))}
  />
);

export type TypedRole = { role: string; reason: string };
type PersonProps = { person: SchemePerson & { changes: RoleChange[] }; typed: TypedRole | undefined; errors: FieldErrors };

/** What one person may do for the scheme, with a way to take each away, to give another, and what was given and taken before. */
export function RolesOf({ person: { name, roles, changes }, typed, errors }: PersonProps) {
  const toGive = schemeRoles.filter((role) => !roles.includes(role));
  return (
    <>
      <h2 className="govuk-heading-m">Roles</h2>
      {roles.length === 0 && <p>{name} has no role in the scheme.</p>}
      <ul className="wm-tidy">
        {roles.map((role) => (
          <li key={role}>
            <strong>{roleWords[role].name}</strong>
            <br />
            <Quiet small>
              {roleWords[role].may}
              {role in neverEmpty && "; there must always be one"}
            </Quiet>
            <TakeForm role={role} name={name} typed={typed?.role === role ? typed : undefined} errors={errors} />
          </li>
        ))}
      </ul>
      {toGive.length > 0 && (
        <Form>
          <h2 className="govuk-heading-m">Give a role</h2>
          <SelectField
            name="role"
            label="Role"
            hint="It counts from their next page on."
            empty="Choose a role"
            options={toGive.map((role) => ({ value: role, label: `${roleWords[role].name}: ${roleWords[role].may}` }))}
            value={typed?.role}
            error={errors.role}
          />
          <Button name="intent" value="give">
            Give this role
          </Button>
        </Form>
      )}
      <h2 className="govuk-heading-m">What was given and taken</h2>
      <Changes changes={changes} />
    </>
  );
}

function TakeForm({ role, name, typed, errors }: { role: SchemeRole; name: string; typed: TypedRole | undefined; errors: FieldErrors }) {
  const id = `reason-${role}`;
  const called = roleWords[role].name.toLowerCase();
  return (
    <Details summary={`Take away the role of ${called}`} open={typed !== undefined}>
      <Form>
        <input type="hidden" name="role" value={role} />
        <p>
          It is gone with the next page {name} asks for. {role === "assessor" && "Cases they are still reading go to somebody else; readings that are done stand."}
        </p>
        <TextArea name="reason" id={id} label="Why it is taken away" hint="Other administrators can read this." rows={2} value={typed?.reason} error={errors[id]} />
        <Button tone="warning" name="intent" value="take">
          {`Take away: ${called}`}
        </Button>
      </Form>
    </Details>
  );
}

const Changes = ({ changes }: { changes: RoleChange[] }) => (
  <Table
    caption="What was given and taken"
    hideCaption
    columns={[{ heading: "When" }, { heading: "What" }, { heading: "Who did it" }]}
    empty="Nothing yet."
    rows={changes.map(({ role, change, reason, by, at }, index) => ({
      id: String(index),
      cells: [
        <Moment at={at} key="at" />,
        <>
          {roleWords[role].name} {change === "given" ? "given" : "taken away"}
          {reason && (
            <>
              <br />
              <Quiet small>{reason}</Quiet>
            </>
          )}
        </>,
        by ?? "By the command line",
      ],
    }))}
  />
);
