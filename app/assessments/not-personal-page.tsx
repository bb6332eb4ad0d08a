import { listed } from "~/evidence/finding-words";
import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box, Prose } from "~/ui/layout";
import { TextArea } from "~/ui/text-field";
import { fieldWords } from "./not-personal";
import type { AnsweredDoubt } from "./not-personal.server";

export type NotPersonalPageProps = { id: string; title: string; doubts: readonly AnsweredDoubt[]; typed: Record<string, string>; errors: FieldErrors };

/** What a form calls a doubt. */
export const doubtName = ({ criterion, field }: { criterion: string; field: string }) => `${criterion}-${field}`.replace(/[^A-Za-z0-9]+/g, "-");

/** Every part of the answers that cannot be sent because of its words, each with the way to change it and, where that may be said, room to say that it is about nobody. */
export const NotPersonalPage = ({ id, title, doubts, typed, errors }: NotPersonalPageProps) => (
  <Prose>
    <BackLink href={paths.check(id)}>Back to check your answers</BackLink>
    <ErrorSummary errors={errors} />
    <h1 className="govuk-heading-l">
      <span className="govuk-caption-l">{title}</span> Details of a person
    </h1>
    {doubts.length === 0 ? (
      <p>Nothing in your words looks like details of a person.</p>
    ) : (
      <p>
        A mark needs no details of any person: please take them out. A check like ours is sometimes wrong. If it is, say why. Whoever reads your answers sees that we asked, and
        what you say. If you change the answer afterwards, we ask again.
      </p>
    )}
    {doubts.map((doubt) => (
      <OneDoubt key={doubtName(doubt)} id={id} doubt={doubt} typed={typed[doubtName(doubt)]} error={errors[doubtName(doubt)]} />
    ))}
  </Prose>
);

function OneDoubt({ id, doubt, typed, error }: { id: string; doubt: AnsweredDoubt; typed: string | undefined; error: string | undefined }) {
  const { criterion, title, field, version, words, findings, mayBeSaid, reason } = doubt;
  const name = doubtName(doubt);
  return (
    <section aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>
        {title}: {fieldWords(field)}
      </h2>
      <Box tone="quote">
        <p>{words}</p>
      </Box>
      <p>
        This looks like it has {listed(findings)} in it. <a href={paths.criterion(id, criterion)}>Change what you wrote under {title}</a>.
      </p>
      {reason !== "" && <p>You said that it is about nobody: “{reason}” It can be sent.</p>}
      {mayBeSaid ? (
        <Form>
          <input type="hidden" name="criterion" value={criterion} />
          <input type="hidden" name="field" value={field} />
          <input type="hidden" name="version" value={String(version)} />
          <TextArea
            name="reason"
            id={name}
            label={`Why these are no details of a person (${title})`}
            hint="A sentence: what it is instead."
            size="s"
            rows={2}
            value={typed ?? reason}
            error={error}
          />
          <Button tone="secondary">These are not personal details</Button>
        </Form>
      ) : (
        <p>The number of a certificate can never be sent. Take it out: we never need it.</p>
      )}
    </section>
  );
}
