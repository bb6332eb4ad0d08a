import { Button } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { Moment } from "~/ui/date";
import { Details } from "~/ui/details";
import { type FieldErrors, Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import { TextField } from "~/ui/text-field";
import type { MemberRole } from "./actor";
import { mayWords } from "./invitation-words";

export type ShownMember = { personId: string; name: string; role: MemberRole; title: string };
export type ShownInvitation = { id: string; email: string; role: MemberRole; title: string; by: string; at: string; expired: boolean };
/** What was typed, and into which form: `of` is a person's id, or `invite`. */
export type TypedPeople = { of: string; email: string; title: string; role: string };

type MembersProps = { members: readonly ShownMember[]; self: string; mayChange: boolean; typed: TypedPeople | undefined; errors: FieldErrors };

/** Everybody in the group; for an admin, with a way to change each. */
export const Members = ({ members, self, mayChange, typed, errors }: MembersProps) => (
  <ul className="wm-tidy">
    {members.map((member) => (
      <li key={member.personId}>
        <strong>{member.name}</strong>
        {member.personId === self && " (you)"}, {member.title}
        <br />
        <Quiet small>{capital(mayWords[member.role])}</Quiet>
        {mayChange && <ChangeForm member={member} self={member.personId === self} typed={typed?.of === member.personId ? typed : undefined} errors={errors} />}
      </li>
    ))}
  </ul>
);

function ChangeForm({ member: { personId, name, role, title }, self, typed, errors }: { member: ShownMember; self: boolean; typed: TypedPeople | undefined; errors: FieldErrors }) {
  const [titleId, roleId] = [`title-${personId}`, `role-${personId}`];
  return (
    <Details summary={self ? "Change what you do here, or leave" : `Change what ${name} does here, or take them out`} open={typed !== undefined}>
      <Form>
        <input type="hidden" name="person" value={personId} />
        <TextField
          name="title"
          id={titleId}
          label={self ? "What do you do in your group?" : "What do they do in your group?"}
          width={20}
          value={typed?.title ?? title}
          error={errors[titleId]}
        />
        <Radios
          name="role"
          id={roleId}
          label={self ? "What may you do here?" : "What may they do here?"}
          choices={roleChoices}
          value={typed?.role ?? role}
          error={errors[roleId]}
          small
        />
        <Button tone="secondary" name="intent" value="change">
          {self ? "Save" : `Save for ${name}`}
        </Button>
      </Form>
      <Form>
        <input type="hidden" name="person" value={personId} />
        <p>
          {self
            ? "What you answered and wrote stays, with your name. You cannot open the group’s pages any more."
            : "What they answered and wrote stays, with their name. They cannot open your group’s pages any more."}
        </p>
        <Button tone="warning" name="intent" value="remove">
          {self ? "Leave the group" : `Take ${name} out of the group`}
        </Button>
      </Form>
    </Details>
  );
}

/** Invitations that nobody has accepted yet, open or too old. */
export const Invitations = ({ invitations, mayChange }: { invitations: readonly ShownInvitation[]; mayChange: boolean }) => (
  <ul className="wm-tidy">
    {invitations.map(({ id, email, role, title, by, at, expired }) => (
      <li key={id}>
        <strong>{email}</strong>, {title}
        <br />
        <Quiet small>
          Invited by {by}, <Moment at={at} />. {expired ? "Too old now: an invitation works for 7 days." : "Not accepted yet."} {capital(mayWords[role])}.
        </Quiet>
        {mayChange && (
          <Form>
            <input type="hidden" name="invitation" value={id} />
            <Button tone="secondary" small name="intent" value="again">
              Send again<span className="govuk-visually-hidden"> to {email}</span>
            </Button>{" "}
            <Button tone="secondary" small name="intent" value="withdraw">
              Take back<span className="govuk-visually-hidden"> the invitation to {email}</span>
            </Button>
          </Form>
        )}
      </li>
    ))}
  </ul>
);

/** Asks somebody in. */
export const InviteForm = ({ typed, errors }: { typed: TypedPeople | undefined; errors: FieldErrors }) => (
  <Form>
    <h2 className="govuk-heading-m">Invite somebody</h2>
    <p>They get a mail that says who asks and what for. Its link works once, for 7 days, for their address only.</p>
    <TextField name="email" label="Their e-mail address" type="email" spellCheck={false} width={30} value={typed?.email} error={errors.email} />
    <TextField name="title" label="What do they do in your group?" hint="Such as treasurer, link worker or volunteer." width={20} value={typed?.title} error={errors.title} />
    <Radios name="role" label="What may they do here?" choices={roleChoices} value={typed?.role} error={errors.role} small />
    <Button name="intent" value="invite">
      Send the invitation
    </Button>
  </Form>
);

const roleChoices = [
  { value: "member", label: "Answer questions" },
  { value: "admin", label: "Answer questions, send them in, and invite people" },
];

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
