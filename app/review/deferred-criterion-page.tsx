import { EvidenceList } from "~/assessments/evidence-list";
import { AddEvidence, type AddEvidenceProps } from "~/assessments/evidence-page";
import { mostEvidence } from "~/assessments/limits";
import { useWords } from "~/platform/language";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { TextArea } from "~/ui/text-field";
import type { DeferralView, DeferredCriterion } from "./deferral.server";
import { CriterionHead } from "./deferral-page";
import { reviewWords } from "./words/review-words";

type Props = { one: DeferredCriterion; files: DeferralView["files"]; words: string | undefined } & Pick<AddEvidenceProps, "typed" | "stored" | "errors" | "switching">;

/** One criterion that a decision waits for: words, and things to show. Each is kept when it is pressed, and nothing is sent from here. */
export function DeferredCriterionPage({ one, files, words = one.words, ...add }: Props) {
  const { t } = useWords(reviewWords);
  const { criterion, missing, evidence, savedAt } = one;
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
      <h1 className="govuk-heading-l">{t("deferral.title")}</h1>
      <CriterionHead criterion={criterion} missing={missing} />
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
      {evidence.length >= mostEvidence ? <p>{t("deferral.refused.full")}</p> : <AddEvidence criterion={criterion} have={files} awards={[]} {...add} />}
    </>
  );
}
