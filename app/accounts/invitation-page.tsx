import { paths } from "~/platform/paths";
import { Button, LinkButton } from "~/ui/button";
import { Moment } from "~/ui/date";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { SummaryList } from "~/ui/summary-list";
import { TextField } from "~/ui/text-field";
import type { MemberRole } from "./actor";
import type { InvitationState } from "./invitation";
import { closedWords, mayWords } from "./invitation-words";

export type ShownInvite = { email: string; organisation: string; role: MemberRole; title: string; from: { name: string; title: string }; expiresAt: string; known: boolean };
export type InvitationPageProps = {
  invite: ShownInvite /** Who is signed in here, when it is somebody else. */;
  other: string | undefined;
  contact: string;
  typed: string;
  errors: FieldErrors;
};

/** Who invites to what, before anything happens; and the button that accepts. */
export function InvitationPage({ invite, other, contact, typed, errors }: InvitationPageProps) {
  const { email, organisation, role, title, from, expiresAt, known } = invite;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">Join {organisation} on Waymark</h1>
      <p className="govuk-body-l">
        {from.name}
        {from.title && ` (${from.title})`} asks you to help with their self-assessment.
      </p>
      <SummaryList
        rows={[
          { term: "Group", value: organisation },
          { term: "You would be", value: `${title}. You ${mayWords[role]}` },
          { term: "For", value: email },
          { term: "Good until", value: <Moment at={expiresAt} /> },
        ]}
      />
      {other ? <SignedInAsOther other={other} email={email} /> : <AcceptForm known={known} organisation={organisation} typed={typed} error={errors.name} />}
      <p className="govuk-body">
        You did not expect this? Close this page, and nothing happens. You can ask {from.name} in a way you already know, or us: <a href={`mailto:${contact}`}>{contact}</a>.
      </p>
    </>
  );
}

const AcceptForm = ({ known, organisation, typed, error }: { known: boolean; organisation: string; typed: string; error: string | undefined }) => (
  <Form>
    {!known && <TextField name="name" label="Your name" hint="The people of the group see it beside what you write." autoComplete="name" width={20} value={typed} error={error} />}
    <Button>{`Join ${organisation}`}</Button>
  </Form>
);

const SignedInAsOther = ({ other, email }: { other: string; email: string }) => (
  <Box tone="warn">
    <h2 className="govuk-heading-m" id="signed-in" tabIndex={-1}>
      You are signed in as somebody else
    </h2>
    <p>
      This browser is signed in as {other}, and the invitation is for {email}. Sign out first, then open the link in the mail again.
    </p>
    <Form action={paths.signOut}>
      <Button tone="secondary">Sign out</Button>
    </Form>
  </Box>
);

/** An invitation that cannot be accepted: why, and what to do. */
export const ClosedInvitation = ({ state }: { state: Exclude<InvitationState, "open"> }) => (
  <>
    <h1 className="govuk-heading-l">{closedWords[state].heading}</h1>
    <p className="govuk-body">{closedWords[state].words}</p>
    {state === "used" && <LinkButton href={paths.signIn()}>Sign in</LinkButton>}
  </>
);
