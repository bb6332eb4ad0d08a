import type { EvidenceItem } from "~/assessments/answer";
import { EvidenceList } from "~/assessments/evidence-list";
import { AddEvidence, type AddEvidenceProps } from "~/assessments/evidence-page";
import { mostEvidence } from "~/assessments/limits";
import type { ShownCriterion } from "~/assessments/shown-criterion";
import { useWords } from "~/platform/language";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { TextArea } from "~/ui/text-field";
import { LanguageSwitch } from "~/ui/work-bar";
import { reviewWords } from "./words/review-words";

/** What a group has drafted for one criterion. `savedAt` is empty before the first time. */
export type DraftedHere = { criterion: ShownCriterion; words: string; evidence: EvidenceItem[]; savedAt: string };
type Props = { draft: DraftedHere; files: { id: string; name: string; bytes: number }[]; words: string | undefined } & Pick<
  AddEvidenceProps,
  "typed" | "stored" | "errors" | "switching"
>;

/** Words, and things to show, for one criterion. Each is kept when it is pressed; nothing is sent from here, and nothing needs a script. */
export function DraftInPlace({ draft: { criterion, words: kept, evidence, savedAt }, files, words = kept, ...add }: Props) {
  const { t } = useWords(reviewWords);
  const named = Object.fromEntries(files.map(({ id, name, bytes }) => [id, { name, bytes }]));
  const remove = (place: number) => (
    <Form>
      <input type="hidden" name="saved_at" value={savedAt} />
      <input type="hidden" name="place" value={place} />
      <Button tone="secondary" small name="move" value="remove">
        {evidence[place]?.title ? t("deferral.remove", { title: evidence[place].title }) : t("deferral.remove_unnamed")}
      </Button>
    </Form>
  );
  return (
    <>
      <Form>
        <TextArea name="words" label={t("deferral.words")} hint={t("deferral.words_hint")} rows={8} value={words} error={add.errors.words} />
        <Button name="move" value="words">
          {t("deferral.keep")}
        </Button>
      </Form>
      {savedAt !== "" && <p>{t("deferral.kept")}</p>}
      <h2 className="govuk-heading-m">{t("deferral.shown")}</h2>
      {evidence.length === 0 ? <p>{t("deferral.nothing_yet")}</p> : <EvidenceList items={evidence} files={named} actions={remove} />}
      <h2 className="govuk-heading-m">{t("deferral.add")}</h2>
      {evidence.length >= mostEvidence ? (
        <>
          <p>{t("deferral.refused.full")}</p>
          <LanguageSwitch {...add.switching} />
        </>
      ) : (
        <AddEvidence criterion={criterion} have={files} awards={[]} {...add} />
      )}
    </>
  );
}
