import { useWords } from "~/platform/language";
import type { Language } from "~/platform/words";
import { OwnText } from "~/standards/own-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import type { Carried } from "./carried";
import { lowest, settledByPress } from "./carried";
import { ChangeList } from "./change-list";
import { LastTimeNote, type NoteProps } from "./last-time-note";
import { saidWords } from "./move-words";
import { OlderAnswers } from "./older-answers";
import { CopiedNote } from "./topic-offer";
import { assessmentWords } from "./words/assessment-words";

/** Drawn by the server above the form, whichever form that is: why this question needs its people, and the short way to say so. */
export function CarriedNote(props: NoteProps) {
  const { t, language } = useWords(assessmentWords);
  const { carried, sessions, criterion, version, places } = props;
  const { changes, plans = [], from } = carried;
  const copied = carried.copied && <CopiedNote copied={carried.copied} sessions={sessions} />;
  if (carried.needs === "copied") return copied;
  if (carried.needs === "still") return <LastTimeNote {...props} />;
  return (
    <Box tone="warn">
      {copied}
      <h2 className="govuk-heading-m" id="carried">
        {t(carried.needs === "reread" ? "carried.read_again" : "carried.check")}
      </h2>
      {carried.now_must_have && (
        <p>
          <strong>{t("carried.now_must_have")}</strong>
        </p>
      )}
      <p>{asksWords(carried, language)}</p>
      <ChangeList changes={changes} />
      {carried.left_out && <p>{t("carried.left_out")}</p>}
      {plans.map(({ title, what }) => (
        <p key={title}>
          <Sentence of={t("carried.plan")} parts={{ title: <OwnText>{title}</OwnText>, plan: what }} />
        </p>
      ))}
      <OlderAnswers from={from} places={places} />
      <Settle carried={carried} criterion={criterion} version={version} />
    </Box>
  );
}

function asksWords({ needs, suggested, from }: Carried, language: Language): string {
  const t = assessmentWords(language);
  const said = lowest(from.map((each) => each.said));
  switch (needs) {
    case "confirm":
      return t(from.length > 1 ? "carried.confirm_lowest" : "carried.confirm", { level: suggested ? saidWords(suggested, language) : t("carried.nothing_said") });
    case "rate":
      return said ? t("carried.again", { level: saidWords(said, language) }) : t("carried.choose");
    case "answer":
      return t("carried.not_asked");
    default:
      return t("carried.reread");
  }
}

/** One button where nothing needs to be typed: what was suggested is said, or what was to be read was read. */
function Settle({ carried, criterion, version }: Pick<NoteProps, "carried" | "criterion" | "version">) {
  const { t, language } = useWords(assessmentWords);
  const { suggested } = carried;
  return (
    settledByPress(carried) && (
      <Form>
        <input type="hidden" name="version" value={version} />
        <Button tone="secondary" name="settle" value={criterion}>
          {suggested ? t("carried.yes", { level: saidWords(suggested, language) }) : t("carried.have_read")}
        </Button>
      </Form>
    )
  );
}
