import { OwnText } from "~/standards/own-text";
import type { Carried } from "./carried";

/** What is different about a question, in the words of the lists of changes, which are in English. Nothing where nothing is. */
export const ChangeList = ({ changes }: Pick<Carried, "changes">) =>
  changes.length > 0 && (
    <ul className="wm-tidy">
      {changes.map(({ version, type, what }) => (
        <li key={`${version} ${type} ${what}`}>
          <OwnText>{what}</OwnText>
        </li>
      ))}
    </ul>
  );
