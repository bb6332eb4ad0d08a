import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { capital } from "~/ui/capital";
import { Radios } from "~/ui/choices";
import { Day, Moment } from "~/ui/date";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box, Prose } from "~/ui/layout";
import { TextArea } from "~/ui/text-field";
import { CaseBar } from "../case-bar";
import { partWords } from "../part";
import { together } from "./looked-at";
import type { TieLine, TiesDesk } from "./ties-desk.server";

export type TypedAnswer = { part?: string; answer?: string; reason: string };
type TiesPageProps = { desk: TiesDesk; typed: TypedAnswer; errors: FieldErrors };

/** Where a moderator sees what was told of ties to the group, allows one that bars nobody, and answers the group's objection. */
export const TiesPage = ({ desk, typed, errors }: TiesPageProps) => (
  <>
    <CaseBar about={desk.case} place="Conflicts of interest" />
    <ErrorSummary errors={errors} />
    <Prose>
      <h1 className="govuk-heading-l govuk-!-margin-top-4">Conflicts of interest</h1>
      <p>A tie that bars a reader cannot be allowed by anybody: who has one leaves. One that only brings them near can be, in writing. The group can read your reason.</p>
      {desk.objection && <Objection objection={desk.objection} typed={typed} errors={errors} />}
      {desk.readers.length === 0 && <p>Nobody reads this case at the moment.</p>}
      {desk.readers.map((reader) => (
        <Reader reader={reader} caseId={desk.case.id} typed={typed} errors={errors} key={reader.part} />
      ))}
    </Prose>
  </>
);

function Objection({
  objection: { names, reason, at, due, state, answer, mayAnswer },
  typed,
  errors,
}: { objection: NonNullable<TiesDesk["objection"]> } & Omit<TiesPageProps, "desk">) {
  return (
    <section aria-labelledby="objection">
      <h2 className="govuk-heading-m" id="objection">
        The group objects to {together(names, "en")}
      </h2>
      <Box tone="quote">{reason}</Box>
      <p>
        Sent <Moment at={at} />.{" "}
        {state === "raised" && (
          <>
            Nobody rates until it is answered: the last day is <Day day={due} />.
          </>
        )}
      </p>
      {answer && (
        <>
          <p>
            {answer.upheld ? "Upheld" : "Not upheld"} <Moment at={answer.at} />.
          </p>
          <Box tone="quote">{answer.reason}</Box>
        </>
      )}
      {mayAnswer && (
        <Form>
          <Radios
            name="answer"
            label="Your answer"
            choices={[
              { value: "uphold", label: "Upheld", hint: "They leave the case, what they rated no longer counts, and you choose somebody else." },
              { value: "turn_down", label: "Not upheld", hint: "The reading goes on. The group may still appeal once it is decided." },
            ]}
            value={typed.answer}
            error={errors.answer}
          />
          <TextArea
            name="reason"
            label="Why"
            hint="The group is told this, and our report prints it."
            rows={3}
            value={typed.answer === undefined ? "" : typed.reason}
            error={errors.reason}
          />
          <Button name="intent" value="answer">
            Send the answer
          </Button>
        </Form>
      )}
      {state === "raised" && !mayAnswer && <p>Somebody who neither rates this case nor is objected to answers it.</p>}
    </section>
  );
}

function Reader({ reader: { part, name, declaredAt, tie, stated }, caseId, typed, errors }: { reader: TieLine; caseId: string } & Omit<TiesPageProps, "desk">) {
  const field = `reason-${part}`;
  return (
    <section aria-labelledby={`of-${part}`}>
      <h2 className="govuk-heading-m" id={`of-${part}`}>
        {name} <span className="wm-quiet">{partWords[part]}</span>
      </h2>
      <p>
        {declaredAt ? (
          <>
            Typed “none”; declared <Moment at={declaredAt} />.
          </>
        ) : tie ? (
          "Typed “none”, and told us of something else. Not declared until it is allowed."
        ) : (
          "Has not declared yet."
        )}
      </p>
      {stated && <p>On their own page: {stated}.</p>}
      {tie && (
        <>
          <p>{capital(tie.kind)}:</p>
          <Box tone="quote">{tie.words}</Box>
        </>
      )}
      {tie?.waiver && (
        <>
          <p>
            Allowed by {tie.waiver.by} <Moment at={tie.waiver.at} />:
          </p>
          <Box tone="quote">{tie.waiver.reason}</Box>
        </>
      )}
      {tie?.mayAllow && (
        <>
          <Form>
            <input type="hidden" name="part" value={part} />
            <TextArea
              name="reason"
              id={field}
              label={`Why ${name} may read in spite of it`}
              hint="The group is told this, and our report prints it."
              rows={3}
              value={typed.part === part ? typed.reason : ""}
              error={errors[field]}
            />
            <Button name="intent" value="allow">
              Allow it
            </Button>
          </Form>
          <p>
            Or <a href={paths.assign(caseId)}>choose somebody else</a>.
          </p>
        </>
      )}
    </section>
  );
}
