import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button, ButtonGroup } from "~/ui/button";
import { Moment } from "~/ui/date";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box, Prose } from "~/ui/layout";
import { TextArea } from "~/ui/text-field";
import type { Withdrawal } from "./withdraw.server";

type Props = {
  standardKey: string;
  version: string;
  title: string;
  withdrawal: Withdrawal | undefined /** This person proposed it. */;
  own: boolean;
  reason: string;
  errors: FieldErrors;
};

/** A published version, and the way to say that nothing new may begin under it. Two editors. */
export function WithdrawPage({ standardKey, version, title, withdrawal, own, reason, errors }: Props) {
  return (
    <Prose>
      <BackLink href={paths.standardsDesk}>Standards desk</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">
        {title} {version}
      </h1>
      <p>
        <a href={paths.standardVersion(standardKey, version)}>Read it</a>. It was published and is never changed.
      </p>
      {withdrawal ? <Standing withdrawal={withdrawal} own={own} /> : <Propose reason={reason} error={errors.reason} />}
    </Prose>
  );
}

const Propose = ({ reason, error }: { reason: string; error: string | undefined }) => (
  <Form>
    <h2>Withdraw it</h2>
    <p>Nothing new can then begin under it. What stands under it stays: marks, answers, letters. Another editor has to confirm.</p>
    <TextArea name="reason" label="Why" hint="Everybody can read it." value={reason} error={error} />
    <Button tone="warning" name="intent" value="propose">
      Propose to withdraw it
    </Button>
  </Form>
);

const Standing = ({ withdrawal: { reason, proposedBy, proposedAt, confirmedAt }, own }: { withdrawal: Withdrawal; own: boolean }) => (
  <>
    <h2>{confirmedAt ? "Withdrawn" : "Proposed to be withdrawn"}</h2>
    <p>
      {proposedBy.name}, <Moment at={proposedAt.toISOString()} />
      {confirmedAt && (
        <>
          ; confirmed <Moment at={confirmedAt.toISOString()} />
        </>
      )}
    </p>
    <Box tone="quote">
      <p>{reason}</p>
    </Box>
    {!confirmedAt && (
      <Form>
        {own && <p>You proposed it, so another editor confirms it.</p>}
        <ButtonGroup>
          {!own && (
            <Button tone="warning" name="intent" value="confirm">
              Withdraw it
            </Button>
          )}
          <Button tone="secondary" name="intent" value="drop" id="reason">
            Drop this proposal
          </Button>
        </ButtonGroup>
      </Form>
    )}
  </>
);
