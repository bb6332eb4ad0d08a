import { Button } from "~/ui/button";
import { Checkbox, Checkboxes, Radios } from "~/ui/choices";
import { Day } from "~/ui/date";
import { DateField } from "~/ui/date-field";
import { formatDay } from "~/ui/dates";
import { Details } from "~/ui/details";
import { type FieldErrors, Form } from "~/ui/form";
import { TextArea } from "~/ui/text-field";
import { LockLink } from "../lock-link";
import { whereOf } from "../privacy/found";
import { type Need, needWords } from "./needs";
import type { ShownVisit } from "./shown-visit";
import { kindsOfVisit, toldOf, visitKinds } from "./visit";
import { type TypedVisit, visitIntent } from "./visit-input";

/** Conversations and visits, with what was heard and seen, each with the way to lock its words. */
export const Visits = ({ caseId, visits }: { caseId: string; visits: readonly ShownVisit[] }) => (
  <ul className="wm-tidy">
    {visits.map((visit) => (
      <li key={`${visit.at} ${visit.kind}`}>
        <Day day={visit.day} />: {visit.by} {toldOf(visit)}
        {visit.criteria.length > 0 && `, about ${visit.criteria.join(", ")}`}. “{visit.words}”
        {!visit.locked && <LockLink caseId={caseId} criterion={whereOf(visit)[0]!} what={visit.id} of={`what was written of ${formatDay(visit.day)}`} />}
      </li>
    ))}
  </ul>
);

/** What the rules ask for and has not been yet. */
export const StillToDo = ({ missing }: { missing: readonly Need[] }) => <p>Still to do for this case: {missing.map(needWords).join("; ")}.</p>;

/** Where whoever was there tells of it. */
export const VisitForm = ({ criteria, typed, errors }: { criteria: readonly { id: string; title: string }[]; typed?: TypedVisit | undefined; errors: FieldErrors }) => (
  <Details summary="Record a conversation or a visit" open={typed !== undefined}>
    <Form>
      <input type="hidden" name="intent" value={visitIntent} />
      <Radios
        name="kind"
        label="What was it?"
        small
        choices={visitKinds.map((kind) => ({ value: kind, label: kindsOfVisit[kind].choice }))}
        value={typed?.kind}
        error={errors.kind}
      />
      <Checkbox
        name="willing"
        value="no"
        label="Nobody who attends wished to talk"
        hint="Only where you asked them."
        small
        checked={typed?.willing === "no"}
        error={errors.willing}
      />
      <DateField name="held" label="When was it?" value={typed?.held} error={errors.held} />
      <TextArea
        name="words"
        label="What you heard and saw"
        hint="Write roles, not names: “a volunteer”, “somebody who has come for a year”. Leave out what level it would be."
        rows={4}
        value={typed?.words ?? ""}
        error={errors.words}
      />
      <Checkboxes
        name="about"
        label="Was it about something in particular?"
        hint="Leave all of them empty if it was about the whole."
        small
        values={typed?.about ?? []}
        error={errors.about}
        choices={criteria.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
      />
      <Button tone="secondary">Record it</Button>
    </Form>
  </Details>
);
