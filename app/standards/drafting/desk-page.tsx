import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { Day } from "~/ui/date";
import { Details } from "~/ui/details";
import { type FieldErrors, Form } from "~/ui/form";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { DraftState } from "./moves";
import { nextVersion, parts, partWords } from "./next-version";
import { stateWords } from "./words";

export type DeskDraft = { id: string; key: string; title: string; version: string; state: DraftState; until: string | null };
export type DeskStandard = { key: string; title: string; newest: string; versions: string[] };

/** The versions in the making, then what is published. */
export const DraftsTable = ({ drafts }: { drafts: readonly DeskDraft[] }) => (
  <Table
    caption="Versions in the making"
    columns={[{ heading: "Version" }, { heading: "Where it stands" }, { heading: "Readers may comment until" }]}
    empty="Nobody is writing a new version. Begin one below."
    rows={drafts.map(({ id, title, version, state, until }) => ({
      id,
      cells: [
        <a key="draft" href={paths.standardDraft(id)}>
          {title} {version}
        </a>,
        <Tag key="state" tone={stateWords[state].tone}>
          {stateWords[state].words}
        </Tag>,
        until === null ? "–" : <Day key="until" day={until} />,
      ],
    }))}
  />
);

/** One published standard: its versions, and a new one to begin. */
export const StandardCard = ({ standard: { key, title, newest, versions }, errors }: { standard: DeskStandard; errors: FieldErrors }) => (
  <section aria-labelledby={`standard-${key}`}>
    <h2 className="govuk-heading-m" id={`standard-${key}`}>
      {title}
    </h2>
    <p className="govuk-body">
      Published:{" "}
      {versions.map((version, at) => (
        <span key={version}>
          {at > 0 && ", "}
          <a href={paths.publishedVersion(key, version)}>
            {version}
            <span className="govuk-visually-hidden"> of {title}</span>
          </a>
        </span>
      ))}
    </p>
    <Details summary={`Begin a new version of ${title}`} open={errors[`part-${key}`] !== undefined}>
      <Form>
        <input type="hidden" name="key" value={key} />
        <Radios
          name="part"
          id={`part-${key}`}
          label="What will it change?"
          error={errors[`part-${key}`]}
          choices={parts.map((part) => ({ value: part, label: `${partWords[part].title}: ${nextVersion(newest, part)}`, hint: partWords[part].may }))}
        />
        <Button>{`Begin from ${title} ${newest}`}</Button>
      </Form>
    </Details>
  </section>
);
