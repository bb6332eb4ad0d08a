import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { Button, LinkButton } from "~/ui/button";
import { Moment } from "~/ui/date";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { SummaryList } from "~/ui/summary-list";
import { TextField } from "~/ui/text-field";
import type { MemberRole } from "./actor";
import type { InvitationState } from "./invitation";
import { accountWords } from "./words/account-words";

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
  const { t } = useWords(accountWords);
  const { email, organisation, role, title, from, expiresAt, known } = invite;
  const us = <a href={`mailto:${contact}`}>{contact}</a>;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{t("invitation.title", { organisation })}</h1>
      <p className="govuk-body-l">{from.title ? t("invitation.asks_as", { name: from.name, title: from.title }) : t("invitation.asks", { name: from.name })}</p>
      <SummaryList
        rows={[
          { term: t("invitation.group"), value: organisation },
          { term: t("invitation.you_would_be"), value: t(`invitation.may_${role}`, { title }) },
          { term: t("invitation.for"), value: email },
          { term: t("invitation.until"), value: <Moment at={expiresAt} /> },
        ]}
      />
      {other ? <SignedInAsOther other={other} email={email} /> : <AcceptForm known={known} organisation={organisation} typed={typed} error={errors.name} />}
      <p className="govuk-body">
        <Sentence of={t("invitation.surprise")} parts={{ from: from.name, contact: us }} />
      </p>
    </>
  );
}

function AcceptForm({ known, organisation, typed, error }: { known: boolean; organisation: string; typed: string; error: string | undefined }) {
  const { t } = useWords(accountWords);
  return (
    <Form>
      {!known && <TextField name="name" label={t("invitation.your_name")} hint={t("invitation.name_hint")} autoComplete="name" width={20} value={typed} error={error} />}
      <Button>{t("invitation.join", { organisation })}</Button>
    </Form>
  );
}

function SignedInAsOther({ other, email }: { other: string; email: string }) {
  const { t, at } = useWords(accountWords);
  return (
    <Box tone="warn">
      <h2 className="govuk-heading-m" id="signed-in" tabIndex={-1}>
        {t("invitation.other.title")}
      </h2>
      <p>{t("invitation.other.words", { other, email })}</p>
      <Form action={at(paths.signOut)}>
        <Button tone="secondary">{t("out.title")}</Button>
      </Form>
    </Box>
  );
}

/** An invitation that cannot be accepted: why, and what to do. */
export function ClosedInvitation({ state }: { state: Exclude<InvitationState, "open"> }) {
  const { t, at } = useWords(accountWords);
  return (
    <>
      <h1 className="govuk-heading-l">{t(`invitation.${state}.heading`)}</h1>
      <p className="govuk-body">{t(`invitation.${state}.words`)}</p>
      {state === "used" && <LinkButton href={at(paths.signIn())}>{t("sign_in.title")}</LinkButton>}
    </>
  );
}
