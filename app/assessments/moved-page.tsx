import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { OwnText } from "~/standards/own-text";
import { Button } from "~/ui/button";
import { Moment } from "~/ui/date";
import { Form } from "~/ui/form";
import { Sentence } from "~/ui/sentence";
import { assessmentWords } from "./words/assessment-words";

export type Moved = { fromId: string; version: string; at: string; by: string };
export type MovedPageProps = { id: string; title: string; textIn: Language; to: string; moved: Moved; maySubmit: boolean };

/** After a move: the way back, and what it takes. */
export function MovedPage({ id, title, textIn, to, moved, maySubmit }: MovedPageProps) {
  const { t } = useWords(assessmentWords);
  const { fromId, version, at, by } = moved;
  return (
    <>
      <h1 className="govuk-heading-l" id="migrate" tabIndex={-1}>
        <span className="govuk-caption-l">
          <OwnText textIn={textIn}>{title}</OwnText> {to}
        </span>{" "}
        {t("moved.title", { version })}
      </h1>
      <p>
        <Sentence of={t("moved.by")} parts={{ by, at: <Moment at={at} /> }} /> <OlderUnder fromId={fromId} version={version} />
      </p>
      <BackAgain id={id} version={version} maySubmit={maySubmit} />
    </>
  );
}

/** Where the answers can be read as they were before the move. */
export function OlderUnder({ fromId, version }: Pick<Moved, "fromId" | "version">) {
  const { t } = useWords(assessmentWords);
  return <Sentence of={t("moved.older", { version })} parts={{ older: (words) => <a href={paths.assessment(fromId)}>{words}</a> }} />;
}

/** The button that undoes a move. */
export function BackAgain({ id, version, maySubmit }: { id: string; version: string; maySubmit: boolean }) {
  const { t } = useWords(assessmentWords);
  if (!maySubmit) return <p>{t("moved.back_others")}</p>;
  return (
    <Form action={paths.migrate(id)}>
      <p>{t("moved.back_how")}</p>
      <Button tone="secondary" name="move" value="back">
        {t("moved.back", { version })}
      </Button>
    </Form>
  );
}
