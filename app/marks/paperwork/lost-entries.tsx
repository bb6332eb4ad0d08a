import { Button } from "~/ui/button";
import { Day } from "~/ui/date";
import { DateField } from "~/ui/date-field";
import type { FieldErrors } from "~/ui/form";
import { Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { TextField } from "~/ui/text-field";
import type { SentForm } from "../change-form";
import type { HeldMarkView } from "../held-mark-view";

/** The entries in registers that the holder of a mark has lost, and where a moderator records one, or that there is one again. */
export function LostEntries({ lost, mayRecord, sent }: { lost: HeldMarkView["lost"]; mayRecord: boolean; sent: SentForm | undefined }) {
  return (
    <>
      <h2 className="govuk-heading-m" id="registers">
        Registers
      </h2>
      {lost.length === 0 && <p>As far as we know, they have lost no entry in a register that they have to stand in.</p>}
      {lost.map((each) => (
        <Box tone="warn" key={each.id}>
          <p>
            {each.entry} was lost on <Day day={each.lostOn} />. Every mark of theirs is suspended until there is an entry again.
          </p>
          {mayRecord && <AgainForm id={each.id} sent={sent} />}
        </Box>
      ))}
      {mayRecord && <LostForm sent={sent} />}
    </>
  );
}

/** The field in which the entry stands that there is again. */
export const againField = (id: string): string => `entry-again-${id}`;

function AgainForm({ id, sent }: { id: string; sent: SentForm | undefined }) {
  const { entry, errors } = sent?.intent === "entry_again" && sent.loss === id ? sent : { entry: "", errors: {} as FieldErrors };
  return (
    <Form>
      <input type="hidden" name="loss" value={id} />
      <TextField
        name="entry"
        id={againField(id)}
        label="The entry that there is now"
        hint="Register and number, as you have looked it up. What the rule suspended is in force again at once."
        value={entry}
        error={errors[againField(id)]}
      />
      <Button tone="secondary" name="intent" value="entry_again">
        There is an entry again
      </Button>
    </Form>
  );
}

function LostForm({ sent }: { sent: SentForm | undefined }) {
  const { entry, lost, errors } = sent?.intent === "entry_lost" ? sent : { entry: "", lost: { day: "", month: "", year: "" }, errors: {} as FieldErrors };
  return (
    <Form>
      <h3 className="govuk-heading-s">An entry was lost</h3>
      <TextField
        name="entry"
        id="entry-lost"
        label="Which entry"
        hint="Register and number, such as CQC 1-123456789. Look it up first: every mark of theirs is suspended at once, by rule and in neutral words, and nobody has to confirm it."
        value={entry}
        error={errors["entry-lost"]}
      />
      <DateField name="lost" label="Lost on" size="s" value={lost} error={errors.lost} />
      <Button tone="warning" name="intent" value="entry_lost">
        Record that it was lost
      </Button>
    </Form>
  );
}
