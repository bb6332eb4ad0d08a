import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Day, Moment } from "~/ui/date";
import { DateField } from "~/ui/date-field";
import { Details } from "~/ui/details";
import { FileField } from "~/ui/file-field";
import { type FieldErrors, Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import { Tag } from "~/ui/tag";
import { acceptedFiles, sizeWords } from "./file-kinds";
import { listed } from "./finding-words";
import type { LibraryFile, Use } from "./library.server";
import type { TypedDay } from "./library-typed";
import { resultOf } from "./personal-data";

const warning = "Blank forms, counts and dates: yes. Names, notes, certificates, and faces without permission: no. If unsure, show us on a call. Up to 20 MB.";

/** Straight into the library, to be shown later. */
export const UploadForm = ({ errors, typed }: { errors: FieldErrors; typed: TypedDay }) => (
  <Form multipart>
    <FileField name="file" label="Choose a photo or file" hint={warning} accept={acceptedFiles} error={errors.file} />
    <DateField
      name="expires"
      label="Last day it is good for (optional)"
      hint="For example, the last day of your insurance. We remind you before it."
      value={typed}
      error={errors.expires}
    />
    <Button name="intent" value="add">
      Add to the library
    </Button>
  </Form>
);

type FileProps = { file: LibraryFile; today: string; errors: FieldErrors; typed: TypedDay | undefined };

/** One file: what it is, where it is shown, what may be in it, and until when it is good. */
export function LibraryEntry({ file, today, errors, typed }: FileProps) {
  const { id, name, bytes, at, by, locked } = file;
  return (
    <li>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{locked ? name : <a href={paths.evidence(id)}>{name}</a>}</h3>
      <p className="govuk-!-margin-bottom-1">
        <Quiet small>
          {sizeWords(bytes)}, added <Moment at={at} /> by {by}. {file.scanned ? "Checked for viruses." : "Not checked for viruses."}
        </Quiet>
      </p>
      {locked ? <p>Locked: it has personal details in it, so nobody can open it. Add a clean one in its place.</p> : <Found file={file} />}
      <Expiry expiresOn={file.expiresOn} today={today} />
      <Uses uses={file.uses} />
      {!locked && (
        <Details summary={`${file.expiresOn ? "Change" : "Set"} the last day it is good for`} open={errors[`expires-${id}`] !== undefined}>
          <Form multipart>
            <input type="hidden" name="file_id" value={id} />
            <DateField
              name="expires"
              id={`expires-${id}`}
              label={`Last day of ${name}`}
              hint="Leave it empty if it has none."
              value={typed ?? partsOf(file.expiresOn)}
              error={errors[`expires-${id}`]}
            />
            <Button name="intent" value="expiry" tone="secondary" small>
              Save the day
            </Button>
          </Form>
        </Details>
      )}
    </li>
  );
}

function Found({ file: { id, findings, confirmed } }: { file: LibraryFile }) {
  const result = resultOf(findings);
  if (result === "clear") return null;
  if (confirmed) return <p>You looked at it, and said that there are no personal details in it. An assessor sees that we asked.</p>;
  return (
    <>
      <p>
        <Tag tone={result === "blocked" ? "stop" : "ask"}>{result === "blocked" ? "Cannot be sent like this" : "Please check"}</Tag> It looks like it has {listed(findings)} in it.
        Take it out, and add the file again. If we are wrong, say so.
      </p>
      <Form multipart>
        <input type="hidden" name="file_id" value={id} />
        <Button name="intent" value="confirm" tone="secondary" small>
          We looked: no personal details
        </Button>
      </Form>
    </>
  );
}

const Expiry = ({ expiresOn, today }: { expiresOn: string | null; today: string }) =>
  expiresOn && (
    <p className="govuk-!-margin-bottom-1">
      {expiresOn < today ? <Tag tone="stop">Out of date</Tag> : null} {expiresOn < today ? "Its last day was" : "Good until"} <Day day={expiresOn} />.
    </p>
  );

/** The questions that show it, each a link. */
export const Uses = ({ uses }: { uses: readonly Use[] }) =>
  uses.length === 0 ? (
    <p>Not shown anywhere yet.</p>
  ) : (
    <p>
      Shown in{" "}
      {uses.map(({ assessmentId, criterion, standard, version }, index) => (
        <span key={`${assessmentId} ${criterion}`}>
          {index > 0 && ", "}
          <a href={paths.criterion(assessmentId, criterion)}>
            {standard} {version}, {criterion}
          </a>
        </span>
      ))}
      .
    </p>
  );

function partsOf(day: string | null): TypedDay {
  const [year = "", month = "", date = ""] = day?.split("-") ?? [];
  return { day: date, month, year };
}
