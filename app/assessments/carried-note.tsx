import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import type { Carried } from "./carried";
import { lowest, settledByPress } from "./carried";
import { LastTimeNote, type NoteProps } from "./last-time-note";
import { saidWords } from "./move-words";
import { OlderAnswers } from "./older-answers";
import { CopiedNote } from "./topic-offer";

/** Drawn by the server above the form, whichever form that is: why this question needs its people, and the short way to say so. */
export function CarriedNote(props: NoteProps) {
  const { carried, criterion, version, places } = props;
  const { changes, plans = [], from } = carried;
  const copied = carried.copied && <CopiedNote copied={carried.copied} />;
  if (carried.needs === "copied") return copied;
  if (carried.needs === "still") return <LastTimeNote {...props} />;
  return (
    <Box tone="warn">
      {copied}
      <h2 className="govuk-heading-m" id="carried">
        {carried.needs === "reread" ? "Read this again" : "Check this"}
      </h2>
      {carried.now_must_have && (
        <p>
          <strong>Now needed for any mark: this must be Met.</strong>
        </p>
      )}
      <p>{asksWords(carried)}</p>
      {changes.length > 0 && (
        <ul className="wm-tidy">
          {changes.map(({ version: since, type, what }) => (
            <li key={`${since} ${type} ${what}`}>{what}</li>
          ))}
        </ul>
      )}
      {carried.left_out && <p>Your answers did not all have room in one. What is not here is in your older answers.</p>}
      {plans.map(({ title, what }) => (
        <p key={title}>
          Under “{title}”, which is not asked any more, you had planned: {what}
        </p>
      ))}
      <OlderAnswers from={from} places={places} />
      <Settle carried={carried} criterion={criterion} version={version} />
    </Box>
  );
}

function asksWords({ needs, suggested, from }: Carried): string {
  const said = lowest(from.map((each) => each.said));
  const many = from.length > 1;
  switch (needs) {
    case "confirm":
      return `Your words ${many ? "from both answers " : ""}are below. ${many ? "The lowest of your levels was" : "You said"} ${suggested ? saidWords(suggested) : "nothing"}. That is only suggested now: choose it below if it is still right, or another level, because:`;
    case "rate":
      return said ? `Your words are below. You said ${saidWords(said)}. Choose again, because:` : "Your words are below. Choose a level, because:";
    case "answer":
      return "This was not asked of you before, and is now. What you typed once is below: read it, and choose a level.";
    default:
      return "Your answer stays as it is. Its question changed a little, so read it again:";
  }
}

/** One button where nothing needs to be typed: what was suggested is said, or what was to be read was read. */
function Settle({ carried, criterion, version }: Pick<NoteProps, "carried" | "criterion" | "version">) {
  const { suggested } = carried;
  return (
    settledByPress(carried) && (
      <Form>
        <input type="hidden" name="version" value={version} />
        <Button tone="secondary" name="settle" value={criterion}>
          {suggested ? `Yes, it is still “${saidWords(suggested)}”` : "We have read it, and our answer stays"}
        </Button>
      </Form>
    )
  );
}
