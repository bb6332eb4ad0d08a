import { paths } from "~/platform/paths";
import { Button, ButtonGroup } from "~/ui/button";
import { Checkboxes } from "~/ui/choices";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { TextField } from "~/ui/text-field";
import { CaseBar } from "../case-bar";
import type { DeskCase } from "../desk";
import { reviewWords } from "../words/review-words";
import { detailSorts } from "./details";
import { kindWords, ofWhole, whereWords } from "./found";
import type { LockKind } from "./locks";

export type TypedLock = { sorts: string[]; place: string };
type LockPageProps = { about: DeskCase; criterion: string; kind: LockKind; locked: boolean; typed: TypedLock; errors: FieldErrors };

/** Where whoever locked something goes on. */
export const wayBack = (caseId: string, criterion: string) => (criterion === ofWhole ? paths.case(caseId) : paths.rate(caseId, criterion));

/** Says what sort of details were seen and where, and locks the thing at once. */
export const LockPage = ({ about, criterion, kind, locked, typed, errors }: LockPageProps) => (
  <div className="wm-prose">
    <CaseBar about={about} place={`${whereWords(criterion)}, personal details`} />
    <ErrorSummary errors={errors} />
    <h1 className="govuk-heading-l">This contains personal details</h1>
    {locked ? <p>Somebody has locked this already. Only a privacy lead can open it.</p> : <Locking kind={kind} criterion={criterion} typed={typed} errors={errors} />}
    <p>
      <a href={wayBack(about.id, criterion)}>{criterion === ofWhole ? "Back to the case" : `Back to ${criterion}`}</a>
    </p>
  </div>
);

const Locking = ({ kind, criterion, typed, errors }: Pick<LockPageProps, "kind" | "criterion" | "typed" | "errors">) => (
  <Form>
    <p>{`You are about to lock ${kindWords[kind]} (${whereWords(criterion)}). Nobody but a privacy lead will be able to open it from now on, you neither.${kind === "visit" ? "" : " The group is told to replace it."}`}</p>
    <Checkboxes
      name="sorts"
      label="What seems to be in it"
      choices={detailSorts.map((value) => ({ value, label: reviewWords("en")(`locked.sort.${value}`) }))}
      values={typed.sorts}
      small
      error={errors.sorts}
    />
    <TextField name="place" label="Where it stands" hint="Such as: page 2, the third line. Do not repeat the details." value={typed.place} error={errors.place} />
    <ButtonGroup>
      <Button tone="warning">Lock it now</Button>
    </ButtonGroup>
  </Form>
);
