import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button, LinkButton } from "~/ui/button";
import { formatDay } from "~/ui/dates";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box, Columns } from "~/ui/layout";
import { TextArea } from "~/ui/text-field";
import { CaseCriteria, CaseFacts, CaseHistory } from "./case-summary";
import type { CaseView } from "./case-view";
import { ContactTestForm, ContactTests, type TypedContact } from "./contact-tests";
import { refusalWords } from "./refusal-words";
import { SentWarnings } from "./sent-warnings";
import type { TypedVisit } from "./visits/visit-input";
import { StillToDo, VisitForm, Visits } from "./visits/visits";

export type TypedOnCase = TypedContact & { reason?: string; visit?: TypedVisit };

/** One case: who, what, when, what to do next, and how it came here. `typed` and `errors` are of its forms, for stepping aside, for a test of phone or e-mail, and for a conversation or a visit. */
export const CasePage = ({ view, typed, errors }: { view: CaseView; typed: TypedOnCase; errors: FieldErrors }) => (
  <>
    <BackLink href={paths.cases}>All cases</BackLink>
    <ErrorSummary errors={errors} />
    <h1 className="govuk-heading-l">
      {view.provider.name} <span className="wm-quiet">{view.number}</span>
    </h1>
    <Next view={view} />
    <Columns
      beside={
        <>
          <h2 className="govuk-heading-m">What happened</h2>
          {view.history.length > 0 ? <CaseHistory history={view.history} /> : <p>Nothing yet.</p>}
          {view.mayReadRecord && (
            <p>
              <a href={paths.record(view.id)}>The whole record: who did and saw what</a>
            </p>
          )}
          {view.moves.includes("step_aside") && <SteppingAside reason={typed.reason ?? ""} errors={errors} />}
          <SentWarnings warnings={view.warnings} />
          <h2 className="govuk-heading-m">Phone and email, tried by us</h2>
          <ContactTests checks={view.contact.checks} />
          {view.contact.mayRecord && <ContactTestForm typed={typed} errors={errors} />}
          {view.mayRead && (
            <>
              <h2 className="govuk-heading-m">Conversations and visits</h2>
              {view.visits.shown.length > 0 ? <Visits caseId={view.id} visits={view.visits.shown} /> : <p>None yet.</p>}
              {view.visits.missing.length > 0 && <StillToDo missing={view.visits.missing} />}
              {view.visits.mayRecord && <VisitForm criteria={view.criteria} typed={typed.visit} errors={errors} />}
            </>
          )}
        </>
      }
    >
      <CaseFacts view={view} />
      <h2 className="govuk-heading-m">Criteria</h2>
      {view.mayRead ? (
        <CaseCriteria view={view} />
      ) : (
        <p>
          {view.state === "withdrawn"
            ? "The group took back what it sent: its readers can no longer open it."
            : "You can read what the group sent once you and the other reader have both said that there is no conflict of interest."}
        </p>
      )}
    </Columns>
  </>
);

/** The next step as a button, or why there is none for whoever looks. */
function Next({ view }: { view: CaseView }) {
  const replaceable = view.moves.includes("assign") && view.state !== "waiting";
  const words = whyNothing(view);
  return (
    <>
      {view.next && <LinkButton href={view.next.href}>{view.next.label}</LinkButton>}
      {!view.next && words && (
        <Box>
          <p>{words}</p>
        </Box>
      )}
      <QuestionsLink view={view} />
      {view.seesTies && (
        <p>
          <a href={paths.caseInterests(view.id)}>Conflicts of interest</a>
        </p>
      )}
      {view.appealId && (
        <p>
          <a href={paths.appeal(view.appealId)}>The group’s appeal</a>
        </p>
      )}
      {replaceable && (
        <p>
          <a href={paths.assign(view.id)}>Change the readers</a>
        </p>
      )}
    </>
  );
}

/** The way to the questions: to draft them, or to see what was asked. */
function QuestionsLink({ view: { id, mayRead, questions } }: { view: CaseView }) {
  const drafting = questions.moves.includes("ask");
  if (!mayRead || (questions.state === null && !drafting)) return null;
  return (
    <p>
      <a href={paths.askQuestions(id)}>{questions.state === null || questions.state === "drafting" ? "Ask the group questions" : "Questions and answers"}</a>
      {questions.state === "sent" && questions.dueOn && ` The group has until ${formatDay(questions.dueOn)} to answer; until then the time for reading stands still.`}
      {questions.state === "answered" && " The group has answered."}
      {questions.state === "closed" && " No answers came."}
    </p>
  );
}

function whyNothing({ state, part, declared, waits, objected, barred, toSettle, talk, questions }: CaseView): string {
  if ((state === "moderating" || state === "deciding") && barred) return refusalWords[barred];
  if (objected) return "The group has objected to a reader. Nobody rates until a moderator has answered.";
  if ((state === "declaring" || state === "assessing") && waits) return "You have told us of a tie. A moderator allows you to read, or chooses somebody else.";
  switch (state) {
    case "waiting":
      return "A moderator has still to choose its readers.";
    case "declaring":
      return part && declared ? "You have declared. Waiting for the other reader to do the same." : "Waiting for both readers to say that they have no conflict of interest.";
    case "assessing":
      if (questions.state === "sent") return "Waiting for the group to answer; until then you can still rate and correct.";
      return part
        ? "You have recommended your ratings. Waiting for the other reader; until then you can still correct one, and recommend again."
        : "Both readers are at it. Their ratings can be seen when both are done.";
    case "moderating":
      return [
        toSettle > 0 ? `A moderator has still to settle ${toSettle === 1 ? "one difference" : `${toSettle} differences`}.` : "",
        talk
          ? `The two readers may talk over ${talk.count === 1 ? "one difference" : `${talk.count} differences`} until ${formatDay(talk.until)}. What they do not agree on goes to a moderator.`
          : "",
      ]
        .join(" ")
        .trim();
    case "checking":
      return "The draft report is with the group, which has ten working days to say what is wrong in it.";
    case "deciding":
      return "Waiting for somebody who neither rated nor settled to decide.";
    case "deferred":
      return "The decision is put off. The group may send what is missing, and its readers then look at that alone.";
    case "decided":
      return "This case is decided.";
    case "withdrawn":
      return "The group took back what it sent. There is nothing more to do.";
  }
}

const SteppingAside = ({ reason, errors }: { reason: string; errors: FieldErrors }) => (
  <Details summary="Step aside from this case" open={"reason" in errors}>
    <p>You leave the case, and a moderator chooses somebody else. What you rated stays on record and no longer counts.</p>
    <Form>
      <TextArea name="reason" label="Why" hint="The moderators read this." rows={2} value={reason} error={errors.reason} />
      <Button tone="warning">Step aside</Button>
    </Form>
  </Details>
);
