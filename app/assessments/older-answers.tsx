import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { OwnText } from "~/standards/own-text";
import { Sentence } from "~/ui/sentence";
import type { Carried } from "./carried";
import { assessmentWords } from "./words/assessment-words";

/** The assessments that answers were given in, by the version they came by. */
export type Places = Record<string, { id: string; version: string }>;

/** Where the answers that one was made from can be read, under the titles that their questions had. */
export function OlderAnswers({ from, places }: Pick<Carried, "from"> & { places: Places }) {
  const { t } = useWords(assessmentWords);
  const found = from.flatMap((each) => {
    const place = places[each.version];
    return place ? [{ ...each, place }] : [];
  });
  return (
    found.length > 0 && (
      <ul className="wm-tidy">
        {found.map(({ version, criterion, title, place }) => (
          <li key={`${version} ${criterion}`}>
            <a className="govuk-link" href={paths.criterion(place.id, criterion)}>
              <Sentence of={t("carried.older", { version: place.version })} parts={{ title: <OwnText>{title}</OwnText> }} />
            </a>
          </li>
        ))}
      </ul>
    )
  );
}
