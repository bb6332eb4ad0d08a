import { useWords } from "~/platform/language";
import { Button } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { Moment } from "~/ui/date";
import { Details } from "~/ui/details";
import { type FieldErrors, Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { TextField } from "~/ui/text-field";
import type { MemberRole } from "./actor";
import { accountWords } from "./words/account-words";

export type ShownMember = { personId: string; name: string; role: MemberRole; title: string };
export type ShownInvitation = { id: string; email: string; role: MemberRole; title: string; by: string; at: string; expired: boolean };
/** What was typed, and into which form: `of` is a person's id, or `invite`. */
export type TypedPeople = { of: string; email: string; title: string; role: string };

type MembersProps = { members: readonly ShownMember[]; self: string; mayChange: boolean; typed: TypedPeople | undefined; errors: FieldErrors };

/** Everybody in the group; for an admin, with a way to change each. */
export function Members({ members, self, mayChange, typed, errors }: MembersProps) {
  const { t } = useWords(accountWords);
  return (
    <ul className="wm-tidy">
      {members.map((member) => (
        <li key={member.personId}>
          <Sentence of={t(member.personId === self ? "people.you" : "people.member")} parts={{ name: <strong>{member.name}</strong>, title: member.title }} />
          <br />
          <Quiet small>{t(`people.may_${member.role}`)}</Quiet>
          {mayChange && <ChangeForm member={member} self={member.personId === self} typed={typed?.of === member.personId ? typed : undefined} errors={errors} />}
        </li>
      ))}
    </ul>
  );
}

type ChangeFormProps = { member: ShownMember; self: boolean; typed: TypedPeople | undefined; errors: FieldErrors };

function ChangeForm({ member: { personId, name, role, title }, self, typed, errors }: ChangeFormProps) {
  const { t } = useWords(accountWords);
  const whose = self ? "own" : "theirs";
  const [titleId, roleId] = [`title-${personId}`, `role-${personId}`];
  return (
    <Details summary={t(`people.change.${whose}.summary`, { name })} open={typed !== undefined}>
      <Form>
        <input type="hidden" name="person" value={personId} />
        <TextField name="title" id={titleId} label={t(`people.change.${whose}.title`)} width={20} value={typed?.title ?? title} error={errors[titleId]} />
        <Radios name="role" id={roleId} label={t(`people.change.${whose}.role`)} choices={roleChoices(t)} value={typed?.role ?? role} error={errors[roleId]} small />
        <Button tone="secondary" name="intent" value="change">
          {t(`people.change.${whose}.save`, { name })}
        </Button>
      </Form>
      <Form>
        <input type="hidden" name="person" value={personId} />
        <p>{t(`people.change.${whose}.leaving`)}</p>
        <Button tone="warning" name="intent" value="remove">
          {t(`people.change.${whose}.remove`, { name })}
        </Button>
      </Form>
    </Details>
  );
}

/** Invitations that nobody has accepted yet, open or too old. */
export function Invitations({ invitations, mayChange }: { invitations: readonly ShownInvitation[]; mayChange: boolean }) {
  const { t } = useWords(accountWords);
  const rest = { to: (words: string) => <span className="govuk-visually-hidden">{words}</span> };
  return (
    <ul className="wm-tidy">
      {invitations.map(({ id, email, role, title, by, at, expired }) => (
        <li key={id}>
          <strong>{email}</strong>, {title}
          <br />
          <Quiet small>
            <Sentence of={t(expired ? "people.invited_expired" : "people.invited_open")} parts={{ by, at: <Moment at={at} />, may: t(`people.may_${role}`) }} />
          </Quiet>
          {mayChange && (
            <Form>
              <input type="hidden" name="invitation" value={id} />
              <Button tone="secondary" small name="intent" value="again">
                <Sentence of={t("people.again", { email })} parts={rest} />
              </Button>{" "}
              <Button tone="secondary" small name="intent" value="withdraw">
                <Sentence of={t("people.withdraw", { email })} parts={rest} />
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Asks somebody in. */
export function InviteForm({ typed, errors }: { typed: TypedPeople | undefined; errors: FieldErrors }) {
  const { t } = useWords(accountWords);
  return (
    <Form>
      <h2 className="govuk-heading-m">{t("people.invite.title")}</h2>
      <p>{t("people.invite.lead")}</p>
      <TextField name="email" label={t("email.theirs")} type="email" spellCheck={false} width={30} value={typed?.email} error={errors.email} />
      <TextField name="title" label={t("people.change.theirs.title")} hint={t("people.invite.title_hint")} width={20} value={typed?.title} error={errors.title} />
      <Radios name="role" label={t("people.change.theirs.role")} choices={roleChoices(t)} value={typed?.role} error={errors.role} small />
      <Button name="intent" value="invite">
        {t("people.invite.send")}
      </Button>
    </Form>
  );
}

const roleChoices = (t: ReturnType<typeof accountWords>) => [
  { value: "member", label: t("people.role_member") },
  { value: "admin", label: t("people.role_admin") },
];
