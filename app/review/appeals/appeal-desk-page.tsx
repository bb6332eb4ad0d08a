import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { Moment } from "~/ui/date";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box, Prose } from "~/ui/layout";
import { SummaryList } from "~/ui/summary-list";
import { Tag } from "~/ui/tag";
import { TextArea } from "~/ui/text-field";
import { clockLeft, clockWords } from "../clock-words";
import { bars } from "../declare-page";
import { outcomeWords } from "../outcome-words";
import { AnswerForm } from "./answer-form";
import { AnswerShown } from "./answer-shown";
import type { AppealDesk } from "./appeal-desk";
import type { DeskTyped } from "./appeal-desk-form.server";
import { appealStateTones, appealStateWords, seatWords } from "./appeal-words";
import { ContentShown } from "./content-shown";
import { PanelForm, PanelShown, SayForm } from "./panel-forms";
import { Points } from "./points-shown";

type AppealDeskPageProps = { desk: AppealDesk; typed: DeskTyped; errors: FieldErrors };

/** One appeal: what was decided, what is contested beside how it was read, what was answered, and the one thing to do next. */
export function AppealDeskPage({ desk, typed, errors }: AppealDeskPageProps) {
  const { moves, barred, mayRead, first, goneOn, mySeat, written } = desk;
  const answers = moves.includes("answer") || moves.includes("write_down");
  return (
    <>
      <BackLink href={paths.appeals}>All appeals</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">
        Appeal of {desk.provider} <span className="wm-quiet">{desk.number}</span>
      </h1>
      <Facts desk={desk} />
      {barred && (
        <Box tone="warn">
          <p>{barred}</p>
        </Box>
      )}
      <Taking moves={moves} />
      {moves.includes("declare") && mySeat && desk.panel.some(({ seat, declared }) => seat === mySeat && !declared) && (
        <Declaring provider={desk.provider} seat={seatWords[mySeat]} words={typed.conflict ?? ""} errors={errors} />
      )}
      {mayRead && <ContentShown heading="What the group says" content={desk.content} />}
      {first && (
        <>
          <h2 className="govuk-heading-m">The first answer, as the group reads it</h2>
          <AnswerShown answer={first} />
        </>
      )}
      {goneOn && (
        <>
          <h2 className="govuk-heading-m">Why it goes on to the panel</h2>
          <Box tone="quote">{goneOn.why}</Box>
        </>
      )}
      <PanelShown panel={desk.panel} />
      {moves.includes("seat") && <PanelForm desk={desk} typed={typed} errors={errors} />}
      {written && (
        <>
          <h2 className="govuk-heading-m">{desk.state === "closed" ? "The panel’s answer" : "What was written down for the panel"}</h2>
          <AnswerShown answer={written} />
          {desk.state !== "closed" && written.waits.length > 0 && <p>Still to speak: {written.waits.join(", ")}.</p>}
        </>
      )}
      {written && moves.includes("say") && !desk.said && <SayForm answerId={written.id} typed={typed} errors={errors} />}
      {answers ? <AnswerForm desk={desk} typed={typed} errors={errors} /> : <Points desk={desk} />}
    </>
  );
}

const Facts = ({ desk: { state, clock, standard, decision, sentAt, judge, moderates, caseId, mayRead } }: Pick<AppealDeskPageProps, "desk">) => (
  <SummaryList
    rows={[
      { term: "Stands at", value: <Tag tone={appealStateTones[state]}>{appealStateWords[state]}</Tag> },
      ...(clock ? [{ term: clockWords[clock.of], value: clockLeft(clock) }] : []),
      { term: "Standard", value: standard },
      {
        term: "Decided",
        value: (
          <>
            <strong>{outcomeWords[decision.outcome]}</strong>
            {mayRead && (
              <>
                , by {decision.by}, <Moment at={decision.at} />. {decision.reason}
              </>
            )}
          </>
        ),
      },
      { term: "Appeal sent", value: <Moment at={sentAt} /> },
      ...(judge ? [{ term: "First answer", value: judge }] : []),
      ...(moderates ? [{ term: "Case", value: <a href={paths.case(caseId)}>The whole case</a> }] : []),
    ]}
  />
);

const Taking = ({ moves }: Pick<AppealDesk, "moves">) => (
  <>
    {moves.includes("take") && (
      <Form>
        <p>Whoever takes it answers it. Take it only if you have no tie to the group and had no part in the decision.</p>
        <Button name="move" value="take" id="move">
          Take this appeal
        </Button>
      </Form>
    )}
    {moves.includes("hand_back") && (
      <Form>
        <Button name="move" value="hand_back" tone="secondary">
          Hand it back to the moderators
        </Button>
      </Form>
    )}
  </>
);

const Declaring = ({ provider, seat, words, errors }: { provider: string; seat: string; words: string; errors: FieldErrors }) => (
  <Prose>
    <h2 className="govuk-heading-m">Have you any tie to {provider}?</h2>
    <p>Your seat on the panel: {seat}. Tell us of any of these in the last 2 years, or 3 where it says so:</p>
    <ul className="govuk-list govuk-list--bullet">
      {bars.map((tie) => (
        <li key={tie}>{tie}</li>
      ))}
    </ul>
    <Form>
      <TextArea
        name="conflict"
        label="Conflicts of interest"
        hint="If there is none, type the word none. If you write anything else, you leave this panel at once, and only the moderators read why."
        rows={3}
        value={words}
        error={errors.conflict}
      />
      <Button name="move" value="declare">
        Declare
      </Button>
    </Form>
  </Prose>
);
