import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { capital } from "~/ui/capital";
import { Checkbox, Checkboxes, Radios } from "~/ui/choices";
import { Day } from "~/ui/date";
import { DateField } from "~/ui/date-field";
import { formatDay } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Prose, Quiet } from "~/ui/layout";
import { TextArea, TextField } from "~/ui/text-field";
import type { TypedInterest } from "./interest-input";
import { barKinds, distanceKinds, kinds } from "./kinds";
import { nationNames, nations } from "./nations";
import type { OwnInterest, OwnInterests } from "./own-interests.server";
import type { Namesake } from "./state-interest.server";

type InterestsPageProps = OwnInterests & { typed: TypedInterest; namesakes: Namesake[]; errors: FieldErrors };

/** Somebody's own page: their ties to groups, and for an assessor where they read and whether in Welsh. */
export const InterestsPage = ({ interests, reading, isAssessor, typed, namesakes, errors }: InterestsPageProps) => (
  <Prose>
    <BackLink href={paths.cases}>All cases</BackLink>
    <ErrorSummary errors={errors} />
    <h1 className="govuk-heading-l">Your ties to groups</h1>
    <p>Tell us once here, and nobody asks you to read a case that you may not read. Only you see this page. Moderators see what concerns a case when they choose its readers.</p>
    <p>What you have told us is never changed. When a tie is over, say so: most still count for 2 years, paid advice for 3.</p>
    {interests.length > 0 && (
      <Definitions layout="stack">
        {interests.map((interest) => (
          <Interest interest={interest} typed={typed} errors={errors} key={interest.id} />
        ))}
      </Definitions>
    )}
    <StateForm typed={typed} namesakes={namesakes} errors={errors} />
    {isAssessor && <ReadingForm reading={reading} />}
  </Prose>
);

function Interest({
  interest: { id, organisation, ours, kind, words, since, until, counts, free },
  typed,
  errors,
}: {
  interest: OwnInterest;
  typed: TypedInterest;
  errors: FieldErrors;
}) {
  const field = `ended-${id}`;
  const wrong = errors[field] !== undefined;
  return (
    <Definition
      term={
        <>
          {organisation} {!ours && <Quiet small>not a group we know yet</Quiet>}
        </>
      }
    >
      {capital(kinds[kind].yours)}, since <Day day={since} />
      {until && (
        <>
          {" "}
          until <Day day={until} />
        </>
      )}
      .{words && ` ${words}`}{" "}
      <Quiet>
        {kinds[kind].waivable
          ? counts
            ? "Bars nobody: a moderator has to allow you to read their cases."
            : "Over."
          : !counts
            ? "Over, and counts no longer."
            : free
              ? `You may read their cases from ${formatDay(free)}.`
              : "You may not read their cases."}
      </Quiet>
      {!until && (
        <Details summary="It is over" open={wrong}>
          <Form>
            <input type="hidden" name="interest" value={id} />
            <DateField
              name="ended"
              id={field}
              label={`The last day of your tie to ${organisation}`}
              value={wrong ? { day: typed["ended-day"] ?? "", month: typed["ended-month"] ?? "", year: typed["ended-year"] ?? "" } : undefined}
              error={errors[field]}
            />
            <Button tone="secondary" name="intent" value="end">
              It ended then
            </Button>
          </Form>
        </Details>
      )}
    </Definition>
  );
}

const StateForm = ({ typed, namesakes, errors }: Pick<InterestsPageProps, "typed" | "namesakes" | "errors">) => (
  <section aria-labelledby="another">
    <h2 className="govuk-heading-m" id="another">
      Tell us of a tie
    </h2>
    <Form>
      <TextField name="organisation" label="Name of the group" value={typed.organisation ?? ""} error={errors.organisation} />
      {namesakes.length > 0 && (
        <Radios
          name="organisation_id"
          label="Which of them?"
          choices={namesakes.map(({ id, name, area }) => ({ value: id, label: name, hint: area }))}
          value={typed.organisation_id}
          error={errors.organisation_id}
        />
      )}
      <Radios
        name="kind"
        label="What ties you to it?"
        hint="The first six bar you from reading its cases. The others do not: a moderator looks at them each time."
        choices={[...barKinds, ...distanceKinds].map((kind) => ({ value: kind, label: capital(kinds[kind].yours) }))}
        value={typed.kind}
        error={errors.kind}
      />
      <TextArea name="words" label="Anything else to say of it" hint="Without anybody’s name." optional rows={2} value={typed.words ?? ""} error={errors.words} />
      <DateField
        name="since"
        label="When did it begin?"
        value={{ day: typed["since-day"] ?? "", month: typed["since-month"] ?? "", year: typed["since-year"] ?? "" }}
        error={errors.since}
      />
      <DateField
        name="until"
        label="When did it end?"
        hint="Leave this empty if it goes on."
        optional
        value={{ day: typed["until-day"] ?? "", month: typed["until-month"] ?? "", year: typed["until-year"] ?? "" }}
        error={errors.until}
      />
      <Button name="intent" value="state">
        Tell us
      </Button>
    </Form>
  </section>
);

const ReadingForm = ({ reading }: Pick<OwnInterests, "reading">) => (
  <section aria-labelledby="reading">
    <h2 className="govuk-heading-m" id="reading">
      What you read
    </h2>
    <p>We suggest you first for cases from these nations, and for those of groups that work in Welsh if you read it.</p>
    <Form>
      <Checkboxes name="nations" label="Cases from" choices={nations.map((nation) => ({ value: nation, label: nationNames[nation] }))} values={reading?.nations ?? []} small />
      <Checkbox name="welsh" label="I read Welsh" checked={reading?.readsWelsh ?? false} small />
      <Button tone="secondary" name="intent" value="reads">
        Save what you read
      </Button>
    </Form>
  </section>
);
