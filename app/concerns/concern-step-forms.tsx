import { Button } from "~/ui/button";
import { Checkbox, Radios } from "~/ui/choices";
import { type FieldErrors, Form } from "~/ui/form";
import { TextArea, TextField } from "~/ui/text-field";
import type { ConcernDesk } from "./concern-desk";
import { type MoveName, moveNames } from "./concern-moves";
import { moveChoices } from "./concern-step-words";

/** What was typed, by field: `step`, and `words`, `agency`, `group`, `named` of the form that was sent. */
export type StepTyped = Record<string, string>;
type FormsProps = { desk: ConcernDesk; typed: StepTyped; errors: FieldErrors };
const between = "Between 20 and 2,000 characters.";

/** Everything that a moderator can do with a concern now, each in a form of its own. */
export function ConcernForms({ desk, typed, errors }: FormsProps) {
  const may = (step: string) => desk.open.some((each) => each === step);
  const of = (step: string) => (typed.step === step ? typed : {});
  return (
    <>
      <MoveForm desk={desk} typed={typed} errors={errors} />
      {may("reply") && <ReplyForm desk={desk} typed={of("reply")} errors={errors} />}
      {may("tell_group") && <GroupForm desk={desk} typed={of("tell_group")} errors={errors} />}
      {may("name_group") && (
        <Form>
          <h2 className="govuk-heading-m">Which group is it about?</h2>
          <input type="hidden" name="step" value="name_group" />
          <TextField
            name="group"
            id="name_group-group"
            label="The whole name of the group, or the code of its mark"
            size="s"
            hint="If you belong to that group or have a tie to it, you will not see this concern any more: somebody else takes it on."
            value={of("name_group").group ?? ""}
            error={errors["name_group-group"]}
          />
          <Button tone="secondary">{desk.groupKnown ? "It is about this group instead" : "It is about this group"}</Button>
        </Form>
      )}
      {may("note") && (
        <Form>
          <h2 className="govuk-heading-m">Note something</h2>
          <input type="hidden" name="step" value="note" />
          <TextArea
            name="words"
            id="note-words"
            label="For moderators"
            size="s"
            hint={`Only they read it. Write roles, not names. ${between}`}
            rows={3}
            value={of("note").words ?? ""}
            error={errors["note-words"]}
          />
          <Button tone="secondary">Keep the note</Button>
        </Form>
      )}
    </>
  );
}

function MoveForm({ desk, typed, errors }: FormsProps) {
  const open = moveNames.filter((name) => desk.open.includes(name));
  const chosen = open.find((name) => name === typed.step);
  return (
    <Form>
      <h2 className="govuk-heading-m">What is to be done?</h2>
      <input type="hidden" name="form" value="move" />
      <Radios
        name="step"
        label={desk.state === "received" ? "Now that you have read it" : "Where does it stand now?"}
        size="s"
        choices={open.map((name: MoveName) => ({ value: name, ...moveChoices[name] }))}
        value={chosen}
        error={errors.step}
      />
      {open.includes("tell_agency") && (
        <TextField
          name="agency"
          label="Which agency was told"
          size="s"
          hint="The council’s team, the police, the Trust, a regulator."
          optional
          value={typed.agency ?? ""}
          error={errors.agency}
        />
      )}
      <TextArea
        name="words"
        label="Why, and what you did"
        size="s"
        hint={`Only moderators read it. Write roles, not names. ${between}`}
        rows={4}
        value={chosen || typed.form === "move" ? (typed.words ?? "") : ""}
        error={errors.words}
      />
      <Button>Save</Button>
    </Form>
  );
}

const ReplyForm = ({ desk: { byMail, contact, language }, typed, errors }: FormsProps) => (
  <Form>
    <h2 className="govuk-heading-m">{byMail ? "Write to whoever told us" : "Ring whoever told us"}</h2>
    <input type="hidden" name="step" value="reply" />
    <TextArea
      name="words"
      id="reply-words"
      label={byMail ? `What we write to ${contact}` : `What you said on ${contact}`}
      size="s"
      hint={`${byMail ? `Sent as you type it${language === "cy" ? "; they wrote to us in Welsh" : ""}.` : "Ring first, then write down what was said and when."} Nothing about other people. ${between}`}
      rows={4}
      value={typed.words ?? ""}
      error={errors["reply-words"]}
    />
    <Button tone="secondary">{byMail ? "Send it" : "They have heard from us"}</Button>
  </Form>
);

const GroupForm = ({ desk: { provider, mayName, name, safeguarding }, typed, errors }: FormsProps) => (
  <Form>
    <h2 className="govuk-heading-m">Tell the group</h2>
    {safeguarding && <p className="govuk-body">An agency leads. Ask it first whether the group may be told.</p>}
    <input type="hidden" name="step" value="tell_group" />
    <TextArea
      name="words"
      id="tell_group-words"
      label={`What we write to ${provider}`}
      size="s"
      hint={`Sent to those who run it, as you type it, with our own words around it: that this is no finding, and how to answer. Say what, not who. ${between}`}
      rows={4}
      value={typed.words ?? ""}
      error={errors["tell_group-words"]}
    />
    {mayName && <Checkbox name="named" label={`Say that it was ${name}, who allowed it`} checked={typed.named === "yes"} small />}
    <Button tone="secondary">Send it to the group</Button>
  </Form>
);
