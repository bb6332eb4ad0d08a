import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { TextArea } from "~/ui/text-field";
import type { ShownWarning } from "./warnings.server";

export type WarningsPageProps = { id: string; title: string; slug: string; warnings: readonly ShownWarning[]; typed: Record<string, string>; errors: FieldErrors };

/** Each warning with room for a sentence. One form, so that one press keeps them all. */
export const WarningsPage = ({ id, title, slug, warnings, typed, errors }: WarningsPageProps) => (
  <div className="wm-prose">
    <BackLink href={paths.check(id)}>Back to check your answers</BackLink>
    <ErrorSummary errors={errors} />
    <h1 className="govuk-heading-l">
      <span className="govuk-caption-l">{title}</span> Things to look at again
    </h1>
    {warnings.length === 0 ? (
      <p>Everything fits together. There is nothing to look at again.</p>
    ) : (
      <>
        <p>
          These do not seem to fit together. If something is wrong, put it right under <a href={paths.organisationFacts(slug)}>what your page says</a>. If it is right, say so in a
          sentence: whoever reads your answers sees it. You can also leave it as it is.
        </p>
        <Form>
          {warnings.map(({ check, warning, words }) => (
            <TextArea
              key={check}
              name={check}
              label={warning}
              hint="How is it? A sentence is enough."
              size="s"
              rows={2}
              value={typed[check] ?? words}
              error={errors[check]}
              optional
            />
          ))}
          <Button>Save what you say</Button>
        </Form>
      </>
    )}
  </div>
);
