import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { OwnText } from "~/standards/own-text";
import { Button, ButtonGroup, LinkButton } from "~/ui/button";
import { formatDay } from "~/ui/dates";
import { Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { SummaryList } from "~/ui/summary-list";
import { levelWords } from "./answer";
import { askingWords } from "./asking/words/asking-words";
import type { Fate } from "./fates";
import { MoveLists } from "./move-lists";
import { foreseenWords } from "./move-words";
import type { NowInTheWay, Preview } from "./preview";
import { assessmentWords } from "./words/assessment-words";

export type MovePageProps = {
  id: string;
  title: string;
  textIn: Language;
  from: string;
  to: string;
  lastSubmitOn: string | undefined;
  dayAfter: string | undefined;
  late: boolean;
  maySubmit: boolean;
  fates: Fate[];
  preview: Preview;
};

/** Everything that a move would mean, and the two ways on. */
export function MovePage(props: MovePageProps) {
  const { t, language } = useWords(assessmentWords);
  const { id, title, textIn, from, to, preview, fates } = props;
  return (
    <>
      <h1 className="govuk-heading-l" id="migrate" tabIndex={-1}>
        <span className="govuk-caption-l">
          <OwnText textIn={textIn}>{title}</OwnText> {from}
        </span>{" "}
        {t("move.title", { to })}
      </h1>
      <p className="govuk-body-l">{t("move.nothing_yet")}</p>
      <p>
        {t("move.kept", { from })} {untilWords(props, language)}
      </p>
      <h2 className="govuk-heading-m">{t("move.levels")}</h2>
      {preview.nowInTheWay.length > 0 && (
        <Box tone="warn">
          {preview.nowInTheWay.map((each) => (
            <InTheWay key={each.title} {...each} />
          ))}
        </Box>
      )}
      <SummaryList
        rows={[
          { term: t("move.now", { from }), value: foreseenWords(preview.before, language) },
          { term: t("move.after", { to }), value: foreseenWords(preview.after, language) },
        ]}
      />
      <p>{t("move.own_levels")}</p>
      <MoveLists id={id} fates={fates} />
      <Decide {...props} />
    </>
  );
}

/** The sentence that has to be read before anybody agrees. */
function InTheWay({ title, textIn, level, part }: NowInTheWay) {
  const { t, language } = useWords(assessmentWords);
  const at = { level: askingWords(language)(`level.${levelWords[level]}`) };
  return (
    <p>
      <strong>
        <Sentence of={t(part ? "move.part_in_the_way" : "move.in_the_way", at)} parts={{ title: <OwnText textIn={textIn}>{title}</OwnText> }} />
      </strong>
    </p>
  );
}

/** Until when it may be sent as it is. */
function untilWords({ from, to, lastSubmitOn, dayAfter, late }: MovePageProps, language: Language): string {
  const t = assessmentWords(language);
  if (!lastSubmitOn || !dayAfter) return t("move.or_stay", { from });
  const day = formatDay(lastSubmitOn, language);
  return late ? t("move.late", { from, to, day }) : t("move.until", { from, to, day, after: formatDay(dayAfter, language) });
}

function Decide({ id, from, to, lastSubmitOn, late, maySubmit }: MovePageProps) {
  const { t, language } = useWords(assessmentWords);
  if (!maySubmit)
    return (
      <Box>
        <p>{t("move.for_an_admin")}</p>
      </Box>
    );
  return (
    <Form>
      <ButtonGroup>
        <Button name="move" value="agree">
          {t("move.agree", { to })}
        </Button>
        {!late && (
          <LinkButton tone="secondary" href={paths.assessment(id)}>
            {lastSubmitOn ? t("move.stay_until", { from, day: formatDay(lastSubmitOn, language) }) : t("move.stay", { from })}
          </LinkButton>
        )}
      </ButtonGroup>
    </Form>
  );
}
