import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { OwnText } from "~/standards/own-text";
import { BackLink } from "~/ui/back-link";
import { Sentence } from "~/ui/sentence";
import { assessmentWords } from "./words/assessment-words";

export type MovedOnProps = {
  slug: string;
  id: string;
  standard: { title: string; version: string; textIn: Language };
  movedTo: string | undefined;
  answered: readonly { id: string; title: string }[];
};

/** In place of the questions: the answers went on in a newer version, and can be read here for ever. */
export function MovedOn({ slug, id, standard: { title, version, textIn }, movedTo, answered }: MovedOnProps) {
  const { t } = useWords(assessmentWords);
  return (
    <div className="wm-prose">
      <BackLink href={paths.organisationAssessments(slug)}>{t("list.back")}</BackLink>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">
          <OwnText textIn={textIn}>{title}</OwnText>
        </span>{" "}
        {t("moved_on.title", { version })}
      </h1>
      <p>{movedTo ? <Sentence of={t("moved_on.where")} parts={{ on: (words) => <a href={paths.assessment(movedTo)}>{words}</a> }} /> : t("moved_on.somewhere")}</p>
      <ul className="wm-tidy">
        {answered.map((each) => (
          <li key={each.id}>
            <a href={paths.criterion(id, each.id)}>
              <OwnText textIn={textIn}>{each.title}</OwnText>
            </a>
          </li>
        ))}
      </ul>
      {answered.length === 0 && <p>{t("moved_on.nothing")}</p>}
    </div>
  );
}
