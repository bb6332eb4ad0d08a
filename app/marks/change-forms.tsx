import { Button, ButtonGroup } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { Moment } from "~/ui/date";
import { type FieldErrors, Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { TextArea } from "~/ui/text-field";
import type { SentForm } from "./change-form";
import { changeNames, reasonNames } from "./change-words";
import type { HeldMarkView } from "./held-mark-view";
import { reasonClasses } from "./mark";
import type { Proposable, ReviewStep } from "./mark-moves";
import { reasonWords } from "./status-words";

/** What one person has proposed, and the two answers that another can give. */
export function OpenProposal({ proposal }: { proposal: NonNullable<HeldMarkView["proposal"]> }) {
  const { kind, reasonClass, note, proposed, mine, mayConfirm, mayDecline } = proposal;
  return (
    <Box tone="warn">
      <h2 className="govuk-heading-m" id="proposal">
        Proposed: {changeNames[kind as Proposable].toLowerCase()}
      </h2>
      <p>
        By {proposed.by}, <Moment at={proposed.at} />. It takes effect when a second person confirms it.
      </p>
      {reasonClass && <p>The public would read: {reasonWords[reasonClass]}.</p>}
      <p>Why, for us alone:</p>
      <Box tone="quote">{note}</Box>
      {mine && <p>You proposed this, so somebody else has to answer it. We have written to those who can.</p>}
      {!mine && !mayDecline && <p>A moderator or a decision-maker can answer this.</p>}
      {mayDecline && (
        <Form>
          <input type="hidden" name="proposal" value={proposal.id} />
          <ButtonGroup>
            {mayConfirm && (
              <Button tone={kind === "reinstate" ? "main" : "warning"} name="intent" value="confirm">
                Confirm: {changeNames[kind as Proposable].toLowerCase()}
              </Button>
            )}
            <Button tone="secondary" name="intent" value="decline">
              Decline
            </Button>
          </ButtonGroup>
        </Form>
      )}
    </Box>
  );
}

const noteHint = "For us alone: it is never shown to the group or to the public. Say what you know and where from. At least 20 characters.";

/** A moderator's proposal of what takes two people. */
export function ProposeForm({ kinds, sent }: { kinds: readonly Proposable[]; sent: SentForm | undefined }) {
  const { kind, reasonClass, note, errors } = sent?.intent === "propose" ? sent : { kind: "", reasonClass: "", note: "", errors: {} as FieldErrors };
  return (
    <Form>
      <input type="hidden" name="intent" value="propose" />
      <Radios
        name="kind"
        label="Propose a change"
        heading="h2"
        size="m"
        hint="A second person has to confirm it. Nothing changes before that."
        choices={kinds.map((each) => ({ value: each, label: changeNames[each], hint: kindHints[each] }))}
        value={kind}
        error={errors.kind}
      />
      {kinds.includes("suspend") && (
        <Radios
          name="reason_class"
          label="What the public is told"
          size="s"
          hint="Only for a suspension. One of these, in these words: never anything else."
          choices={reasonClasses.map((each) => ({ value: each, label: reasonNames[each] }))}
          value={reasonClass}
          error={errors.reason_class}
          small
        />
      )}
      <TextArea name="note" label="Why" size="s" hint={noteHint} rows={4} value={note} error={errors.note} />
      <Button>Propose this</Button>
    </Form>
  );
}

const kindHints: Record<Proposable, string> = {
  suspend: "Its page says at once that nobody should rely on it. Protects people; it is not a finding.",
  reinstate: "The mark is in force again, as it was before.",
  withdraw: "For good. The group can appeal, and can apply again.",
};

/** A review takes one moderator: the mark stays in force. */
export function ReviewForm({ step, sent }: { step: ReviewStep; sent: SentForm | undefined }) {
  const { note, errors } = sent?.intent === step ? sent : { note: "", errors: {} as FieldErrors };
  return (
    <Form>
      <input type="hidden" name="intent" value={step} />
      <h2 className="govuk-heading-m">{changeNames[step]}</h2>
      <p className="govuk-body">
        {step === "review"
          ? "The mark stays in force, and its page says that it is being reviewed, without a reason."
          : "The mark stays in force, and its page no longer mentions a review."}
      </p>
      <TextArea name="note" id="review-note" label="Why" size="s" hint={noteHint} rows={3} value={note} error={errors["review-note"]} />
      <Button tone="secondary">{changeNames[step]}</Button>
    </Form>
  );
}
