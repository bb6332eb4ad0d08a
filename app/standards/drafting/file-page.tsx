import type { ReactNode } from "react";
import { BackLink } from "~/ui/back-link";
import { Button, ButtonGroup } from "~/ui/button";
import { Definition, Definitions } from "~/ui/definition";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Prose } from "~/ui/layout";
import { Notification } from "~/ui/notification";
import { AddToList } from "./add-to-list";
import type { Field } from "./field";
import { FieldInputs } from "./fields-form";
import type { Reading } from "./file-form.server";
import { FileReading } from "./file-reading";
import type { ToList } from "./to-list";
import type { Option, Typed } from "./typed";

/** What came back when it was not saved: what was typed, and what stands there now where it is not the same. */
export type NotSaved = { typed: Typed; errors: FieldErrors; theirs?: { label: string; words: string }[]; madeFrom?: string };
export type FilePageProps = {
  back: { href: string; label: string };
  heading: string;
  /** Stands under the heading. */
  lead?: ReactNode;
  fields: readonly Field[];
  rules: readonly Option[];
  typed: Typed;
  errors: FieldErrors;
  /** Faults that belong to no field. */
  rest: readonly string[];
  madeFrom: string;
  /** Instead of the form, where the draft cannot be written. */
  reading: Reading | undefined;
  draftId: string;
  /** What of it the list of changes does not name yet. */
  toList: readonly ToList[];
  /** It was just saved, with something left to do. */
  saved: boolean;
  sent: NotSaved | undefined;
  /** More that can be done with the file. */
  children?: ReactNode;
};

/** One file of a draft as a form. What is wrong stands beside its field, saved or not. */
export function FilePage({ back, heading, lead, fields, rules, rest, saved, sent, draftId, toList, reading, children, ...loaded }: FilePageProps) {
  // What was typed before somebody moved the draft on stays in its form.
  if (reading && !sent) return <FileReading back={back} heading={heading} draftId={draftId} {...reading} />;
  const errors = sent?.errors ?? { ...loaded.errors, ...Object.fromEntries(rest.map((message, at) => [`save-${at}`, message])) };
  const { typed, madeFrom } = { ...loaded, ...sent, madeFrom: sent?.madeFrom ?? loaded.madeFrom };
  return (
    <Prose>
      <BackLink href={back.href}>{back.label}</BackLink>
      <ErrorSummary errors={errors} title={saved && !sent ? "Saved. There is still something to put right" : "There is something to put right"} />
      {!sent && Object.keys(errors).length === 0 && <NotListed draftId={draftId} toList={toList} saved={saved} />}
      {sent?.theirs && <Theirs theirs={sent.theirs} />}
      <h1 className="govuk-heading-l">{heading}</h1>
      {lead}
      <Form>
        <input type="hidden" name="made_from" value={madeFrom} />
        <FieldInputs fields={fields} typed={typed} errors={errors} rules={rules} />
        <ButtonGroup>
          <Button id={rest.length > 0 ? "save-0" : "save"}>Save</Button>
          <a href={back.href}>Go back without saving</a>
        </ButtonGroup>
      </Form>
      {children}
    </Prose>
  );
}

/** It is right as it stands, and its readers are still to be told. */
function NotListed({ draftId, toList, saved }: { draftId: string; toList: readonly ToList[]; saved: boolean }) {
  const [first] = toList;
  if (!first) return null;
  return (
    <Notification tone={saved ? "done" : "note"}>
      <p className="govuk-body">
        {saved && "Saved. "}The list of changes does not name this yet{first.words && ` (${first.words})`}:{" "}
        <AddToList draftId={draftId} toList={first}>
          add it to the list
        </AddToList>
        .
      </p>
    </Notification>
  );
}

const Theirs = ({ theirs }: { theirs: { label: string; words: string }[] }) => (
  <Notification title="Somebody else saved this while you were writing">
    <p className="govuk-body">Nothing was overwritten. Your words are in the form. This is what stands there now:</p>
    <Definitions layout="stack">
      {theirs.map(({ label, words }) => (
        <Definition key={label} term={label}>
          {words || "nothing"}
        </Definition>
      ))}
    </Definitions>
    <p className="govuk-body">Take over what you want to keep, then save again.</p>
  </Notification>
);
