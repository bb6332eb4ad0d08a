import { Button, ButtonGroup } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { Day } from "~/ui/date";
import { DateField } from "~/ui/date-field";
import { type FieldErrors, Form } from "~/ui/form";
import { Box, Code } from "~/ui/layout";
import { Tag } from "~/ui/tag";
import { TextArea, TextField } from "~/ui/text-field";
import type { TypedHolder } from "./holder-form";
import type { HolderView, SeenHolderChange } from "./holder-history.server";

type HolderPageProps = { view: HolderView; typed: TypedHolder; errors: FieldErrors };

/** Who holds a mark: what it was called, what became of it and of the mark, and where a change of that is proposed and confirmed. */
export const HolderPage = ({ view: { area, identifiers, changes, open, mayPropose }, typed, errors }: HolderPageProps) => (
  <>
    <p className="govuk-body">
      {area}. {identifiers.length > 0 ? `Registered: ${identifiers.join(", ")}.` : "No registered number."}
    </p>
    <p className="govuk-body">Marks, codes and certificates stay as they were issued. Public pages show who holds a mark today, since when, and what was before.</p>
    {open && (
      <Box tone="warn">
        <h2 className="govuk-heading-m">Proposed</h2>
        <Change change={open} />
        {open.mine && <p>You proposed this, so somebody else has to answer it. We have written to those who can.</p>}
        {open.mayAnswer && (
          <Form>
            <input type="hidden" name="change" value={open.id} />
            <ButtonGroup>
              <Button name="intent" value="confirm">
                Confirm
              </Button>
              <Button tone="secondary" name="intent" value="decline">
                Decline
              </Button>
            </ButtonGroup>
          </Form>
        )}
      </Box>
    )}
    {changes.map((change) => (
      <section key={change.id}>
        <h2 className="govuk-heading-s">
          {changeNames[change.kind]} <Tag>{change.state === "confirmed" ? "Confirmed" : "Declined"}</Tag>
        </h2>
        <Change change={change} />
      </section>
    ))}
    {mayPropose && <Propose typed={typed} errors={errors} />}
  </>
);

const changeNames = { renamed: "New name", merged: "Part of another", transferred: "The mark goes to another" } as const;

const Change = ({ change: { kind, before, after, identifier, markCode, since, note, proposedBy } }: { change: SeenHolderChange }) => (
  <>
    <p>
      {kind === "transferred" && (
        <>
          The mark <Code>{markCode}</Code>:{" "}
        </>
      )}
      {before} → {after}, since <Day day={since} />. {identifier ? `Looked up under ${identifier}.` : "It has no registered number."} Proposed by {proposedBy}.
    </p>
    <Box tone="quote">{note}</Box>
  </>
);

function Propose({ typed, errors }: { typed: TypedHolder; errors: FieldErrors }) {
  return (
    <Form>
      <Radios
        name="intent"
        label="What has changed?"
        heading="h2"
        size="m"
        hint="A second person has to confirm it. Nothing changes before that."
        choices={[
          { value: "renamed", label: "It has a new name" },
          { value: "merged", label: "It has become part of another organisation", hint: "Its marks do not become the other’s: that one is assessed for its own." },
          {
            value: "transferred",
            label: "This mark is another organisation’s from now on",
            hint: "The same people do the same thing under another body: the group has become a charity, or has another host. Otherwise the other is assessed for its own.",
          },
        ]}
        value={typed.intent}
        error={errors.intent}
      />
      <TextField
        name="identifier"
        label="Its registered number"
        hint="As shown above, such as GB-CHC:1100000. Look it up in the register first. Nothing, if none is shown."
        value={typed.identifier}
        error={errors.identifier}
        width={20}
      />
      <TextField name="name" label="Its new name" hint="For a new name." value={typed.name} error={errors.name} />
      <TextField
        name="into"
        label="The other’s registered number"
        hint="Where it has become part of another, or the mark goes to another."
        value={typed.into}
        error={errors.into}
        width={20}
      />
      <DateField
        name="since"
        label="Since when"
        value={{ day: typed["since-day"] ?? "", month: typed["since-month"] ?? "", year: typed["since-year"] ?? "" }}
        error={errors.since}
      />
      <TextArea name="note" label="What you looked up, and where" hint="For us alone. At least 20 characters." rows={3} value={typed.note} error={errors.note} />
      <Button>Propose this</Button>
    </Form>
  );
}
