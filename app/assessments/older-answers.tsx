import { paths } from "~/platform/paths";
import type { Carried } from "./carried";

/** The assessments that answers were given in, by the version they came by. */
export type Places = Record<string, { id: string; version: string }>;

/** Where the answers that one was made from can be read. */
export const OlderAnswers = ({ from, places }: Pick<Carried, "from"> & { places: Places }) => {
  const found = from.filter(({ version }) => places[version]);
  return (
    found.length > 0 && (
      <ul className="wm-tidy">
        {found.map(({ version, criterion, title }) => (
          <li key={`${version} ${criterion}`}>
            <a className="govuk-link" href={paths.criterion(places[version]!.id, criterion)}>
              Read your answer under {places[version]!.version}: {title}
            </a>
          </li>
        ))}
      </ul>
    )
  );
};
