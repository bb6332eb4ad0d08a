import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { capital } from "~/ui/capital";
import { Radios } from "~/ui/choices";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Prose } from "~/ui/layout";
import { TextArea } from "~/ui/text-field";
import type { TypedDeclaration } from "./declaration-input";
import { barKinds, distanceKinds, kinds } from "./interests/kinds";
import { type Part, partWords } from "./part";

type About = { id: string; number: string; provider: string; area: string; standard: string; scope: string[]; part: Part };

/** Where a reader says whether they have a conflict of interest, before they see anything that was sent. */
export const DeclarePage = ({ about, typed, errors }: { about: About; typed: TypedDeclaration; errors: FieldErrors }) => (
  <>
    <BackLink href={paths.case(about.id)}>{`Case ${about.number}`}</BackLink>
    <ErrorSummary errors={errors} />
    <h1 className="govuk-heading-l">Have you any tie to {about.provider}?</h1>
    <Prose>
      <p>
        You are asked to be the {partWords[about.part]} of {about.provider}, {about.area}, for {about.standard}: {about.scope.join("; ")}.
      </p>
      <p>Tell us of any of these in the last 2 years, or 3 where it says so:</p>
      <ul className="govuk-list govuk-list--bullet">
        {bars.map((tie) => (
          <li key={tie}>{tie}</li>
        ))}
      </ul>
    </Prose>
    <Form>
      <TextArea
        name="conflict"
        label="Conflicts of interest"
        size="m"
        hint="If there is none, type the word none. If you write anything else, you leave this case at once, and only the moderators read why."
        rows={3}
        value={typed.words}
        error={errors.conflict}
      />
      <Radios
        name="tie"
        label="Is there anything else that brings you near them?"
        size="m"
        hint="This bars nobody. A moderator looks at it first, and what you tell us here, with their answer, is printed in our report to the group."
        choices={[{ value: "", label: "No" }, ...distanceKinds.map((kind) => ({ value: kind, label: capital(kinds[kind].yours) }))]}
        value={typed.tie}
        error={errors.tie}
      />
      <TextArea name="tie_words" label="If so, say more" hint="Without anybody’s name." rows={2} value={typed.tieWords} error={errors.tie_words} />
      <Button>Declare</Button>
    </Form>
  </>
);

/** Standard rules §C.5: the ties that bar a reader. */
export const bars = [
  ...barKinds.map((kind) => `${kinds[kind].yours}${kinds[kind].months > 24 ? ` (${kinds[kind].months / 12} years)` : ""}`),
  "you have read their last two submissions",
  "their people are assessing your own organisation this year",
];
