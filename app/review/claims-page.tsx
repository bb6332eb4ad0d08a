import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { Table } from "~/ui/table";
import { TextArea } from "~/ui/text-field";
import { CaseBar } from "./case-bar";
import type { ClaimsDesk } from "./desk";
import { NotUsed } from "./not-used";

/** Claims that together are more than the standard lets stand by itself: what the group says, what the readers said, and the moderator's word. */
export function ClaimsPage({ desk, reason, errors }: { desk: ClaimsDesk; reason: string; errors: FieldErrors }) {
  const { claims, ruled, barred } = desk;
  return (
    <>
      <CaseBar about={desk.case} />
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l govuk-!-margin-top-4">What is said not to apply</h1>
      <p className="govuk-body">When more than the standard allows is accepted as not applying, a moderator confirms it, or the readers give a level after all.</p>
      {claims.length === 0 && <p className="govuk-body">Nothing is accepted as not applying.</p>}
      {claims.length > 0 && (
        <Table
          caption="Accepted by the readers"
          columns={[{ heading: "Criterion" }, { heading: "What the group says" }, { heading: "What the readers say" }]}
          rows={claims.map(({ id, title, claimed, reasons }) => ({
            id,
            cells: [
              <a key="way" href={paths.rate(desk.case.id, id)}>
                {id} {title}
              </a>,
              claimed,
              reasons.map((line) => `${line.by}: ${line.reason}`).join(" "),
            ],
          }))}
        />
      )}
      {ruled !== null && (
        <Box>
          <p>A moderator has confirmed this: {ruled}</p>
        </Box>
      )}
      {ruled === null && barred && (
        <Box tone="warn">
          <p>{barred}</p>
        </Box>
      )}
      {barred === null ? (
        <Form>
          <TextArea name="reason" label="Your reason" size="m" hint="The readers and whoever decides read it." rows={4} value={reason} error={errors.reason} />
          <Button name="claims" value="confirm">
            Confirm: they do not apply
          </Button>
          <Button tone="secondary" name="claims" value="refuse">
            Have them rated after all
          </Button>
        </Form>
      ) : (
        <NotUsed words={reason} />
      )}
      <p className="govuk-body">
        <a href={paths.case(desk.case.id)}>The whole case</a>
      </p>
    </>
  );
}
