import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button, ButtonGroup } from "~/ui/button";
import { ChangedWords, ChangedWordsKey } from "~/ui/changed-words";
import { Radios } from "~/ui/choices";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Prose } from "~/ui/layout";
import type { ClashShown } from "./clash-words";
import type { Side } from "./three-way";
import { fileWords } from "./words";

/** How a draft would come onto the newest version. Nothing where it begins from that one already. */
export type OntoShown = { revision: number; from: string; to: string; version: string; taken: string[]; kept: string[]; clashes: ClashShown[] };
type Props = { id: string; title: string; version: string; writable: boolean; onto: OntoShown | undefined; chosen: Record<string, string>; errors: FieldErrors };

/** Where an editor moves a draft onto a newer version, and chooses where both changed the same thing. */
export const OntoPage = ({ id, title, version, writable, onto, chosen, errors }: Props) => (
  <Prose>
    <BackLink href={paths.standardDraft(id)}>{`${title} ${version}`}</BackLink>
    <ErrorSummary errors={errors} />
    <h1 className="govuk-heading-l">
      Move {title} {version} onto {onto?.to ?? "the newest version"}
    </h1>
    {!onto && <p>It begins from the newest version already. There is nothing to move.</p>}
    {onto && !writable && <p>It can only be moved while it is being written. Take it back to be written again first.</p>}
    {onto && writable && <Moving onto={onto} id={id} version={version} chosen={chosen} errors={errors} />}
  </Prose>
);

function Moving({ onto, id, version, chosen, errors }: Omit<Props, "onto" | "title" | "writable"> & { onto: OntoShown }) {
  const { from, to, taken, kept, clashes, revision } = onto;
  return (
    <>
      <p>
        This draft was begun from {from}. {to} was published since.
        {onto.version === version ? ` The draft keeps its number, ${version}.` : ` The draft becomes ${onto.version}, one step on from ${to}.`} What it says of its own changes
        stays.
      </p>
      <Files heading={`As ${to} has it, because only ${to} changed it`} files={taken} />
      <Files heading="As your draft has it, because only your draft changed it" files={kept} />
      <Form>
        <input type="hidden" name="made_from" value={String(revision)} />
        <input type="hidden" name="to" value={to} />
        {clashes.length > 0 && (
          <>
            <h2>Both changed it: choose</h2>
            <p>
              Compared with {from}. <ChangedWordsKey /> Neither is lost: what you do not take stands in the other version, or can be downloaded with{" "}
              <a href={paths.draftFiles(id)}>the files of this draft</a> before you move it.
            </p>
          </>
        )}
        {clashes.map(({ name, criterion, label, sides }) => (
          <Radios
            key={name}
            name={name}
            label={`${criterion ?? "The standard as a whole"}: ${label}`}
            error={errors[name]}
            value={chosen[name]}
            choices={[side("mine", "As your draft says it", sides), side("theirs", `As ${to} says it`, sides)]}
          />
        ))}
        <ButtonGroup>
          <Button id="move">Move it onto {to}</Button>
          <a href={paths.standardDraft(id)}>Leave it where it is</a>
        </ButtonGroup>
      </Form>
    </>
  );
}

const side = (value: Side, label: string, sides: ClashShown["sides"]) => {
  const words = sides[value];
  return { value, label, hint: words ? <ChangedWords words={words} /> : "Taken out: no longer asked." };
};

const Files = ({ heading, files }: { heading: string; files: readonly string[] }) =>
  files.length === 0 ? null : (
    <p>
      <strong>{heading}:</strong> {files.map(fileWords).join(", ")}.
    </p>
  );
