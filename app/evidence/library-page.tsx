import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { langWithin } from "~/standards/translation/lang-within";
import { Button } from "~/ui/button";
import { Day, Moment } from "~/ui/date";
import { DateField } from "~/ui/date-field";
import { formatDay } from "~/ui/dates";
import { Details } from "~/ui/details";
import { FileField } from "~/ui/file-field";
import { type FieldErrors, Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { Tag } from "~/ui/tag";
import { acceptedFiles, sizeWords } from "./file-kinds";
import { listed } from "./finding-words";
import type { LibraryFile, Use } from "./library.server";
import type { TypedDay } from "./library-typed";
import { resultOf } from "./personal-data";
import { evidenceWords } from "./words/evidence-words";

/** Straight into the library, to be shown later. */
export function UploadForm({ errors, typed }: { errors: FieldErrors; typed: TypedDay }) {
  const { t } = useWords(evidenceWords);
  return (
    <Form multipart>
      <FileField name="file" label={t("library.add.file")} hint={t("library.add.hint")} accept={acceptedFiles} error={errors.file} />
      <DateField name="expires" label={t("library.add.day")} hint={t("library.add.day_hint")} value={typed} error={errors.expires} />
      <Button name="intent" value="add">
        {t("library.add.button")}
      </Button>
    </Form>
  );
}

type FileProps = { file: LibraryFile; today: string; errors: FieldErrors; typed: TypedDay | undefined };

/** One file: what it is, where it is shown, what may be in it, and until when it is good. */
export function LibraryEntry({ file, today, errors, typed }: FileProps) {
  const { t, language } = useWords(evidenceWords);
  const { id, name, bytes, at, by, locked, removedOn } = file;
  const there = !locked && !removedOn;
  return (
    <li>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{!there ? name : <a href={paths.evidence(id)}>{name}</a>}</h3>
      <p className="govuk-!-margin-bottom-1">
        <Quiet small>
          <Sentence of={t("library.file.added", { size: sizeWords(bytes) })} parts={{ at: <Moment at={at} />, by }} />{" "}
          {file.scanned ? t("library.file.scanned") : t("library.file.not_scanned")}
        </Quiet>
      </p>
      {removedOn && <p>{t("file.removed", { day: formatDay(removedOn, language) })}.</p>}
      {locked && !removedOn && <p>{t("library.file.locked")}</p>}
      {there && <Found file={file} />}
      <Expiry expiresOn={file.expiresOn} today={today} />
      <Uses uses={file.uses} />
      {there && (
        <Details summary={file.expiresOn ? t("library.day.change") : t("library.day.set")} open={errors[`expires-${id}`] !== undefined}>
          <Form multipart>
            <input type="hidden" name="file_id" value={id} />
            <DateField
              name="expires"
              id={`expires-${id}`}
              label={t("library.day.label", { name })}
              hint={t("library.day.hint")}
              value={typed ?? partsOf(file.expiresOn)}
              error={errors[`expires-${id}`]}
            />
            <Button name="intent" value="expiry" tone="secondary" small>
              {t("library.day.save")}
            </Button>
          </Form>
        </Details>
      )}
    </li>
  );
}

function Found({ file: { id, findings, confirmed } }: { file: LibraryFile }) {
  const { t, language } = useWords(evidenceWords);
  const result = resultOf(findings);
  if (result === "clear") return null;
  if (confirmed) return <p>{t("library.found.confirmed")}</p>;
  return (
    <>
      <p>
        <Tag tone={result === "blocked" ? "stop" : "ask"}>{t(`library.found.${result}`)}</Tag> {t("library.found.looks_like", { what: listed(findings, language) })}
      </p>
      <Form multipart>
        <input type="hidden" name="file_id" value={id} />
        <Button name="intent" value="confirm" tone="secondary" small>
          {t("library.found.button")}
        </Button>
      </Form>
    </>
  );
}

function Expiry({ expiresOn, today }: { expiresOn: string | null; today: string }) {
  const { t } = useWords(evidenceWords);
  if (!expiresOn) return null;
  const past = expiresOn < today;
  return (
    <p className="govuk-!-margin-bottom-1">
      {past ? <Tag tone="stop">{t("library.day.past")}</Tag> : null} <Sentence of={t(past ? "library.day.was" : "library.day.until")} parts={{ day: <Day day={expiresOn} /> }} />
    </p>
  );
}

/** The questions that show it, each a link. */
export function Uses({ uses }: { uses: readonly Use[] }) {
  const { t, language } = useWords(evidenceWords);
  if (uses.length === 0) return <p>{t("library.uses.none")}</p>;
  const links = uses.map(({ assessmentId, criterion, standard, version, textIn }, index) => (
    <span key={`${assessmentId} ${criterion}`}>
      {index > 0 && ", "}
      <a href={paths.criterion(assessmentId, criterion)}>
        <span lang={langWithin(textIn, language)}>{standard}</span> {version}, {criterion}
      </a>
    </span>
  ));
  return (
    <p>
      <Sentence of={t("library.uses.shown_in")} parts={{ uses: links }} />
    </p>
  );
}

function partsOf(day: string | null): TypedDay {
  const [year = "", month = "", date = ""] = day?.split("-") ?? [];
  return { day: date, month, year };
}
