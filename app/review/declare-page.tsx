import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Prose } from "~/ui/layout";
import { TextArea } from "~/ui/text-field";
import { type Part, partWords } from "./part";

type About = { id: string; number: string; provider: string; area: string; standard: string; scope: string[]; part: Part };

/** Where a reader says whether they have a conflict of interest, before they see anything that was sent. */
export const DeclarePage = ({ about, words, errors }: { about: About; words: string; errors: FieldErrors }) => (
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
        {ties.map((tie) => (
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
        value={words}
        error={errors.conflict}
      />
      <Button>Declare</Button>
    </Form>
  </>
);

/** Standard rules §C.5: the ties that bar a reader. */
const ties = [
  "you work or volunteer there, are a trustee or member, or use what they offer",
  "somebody of your close family does",
  "you were paid to advise or mentor them (3 years)",
  "you fund them or commission from them now",
  "you compete with them for the same contract",
  "you share a building or a host body with them",
  "you have read their last two submissions",
  "their people are assessing your own organisation this year",
];
