import type { Language } from "~/platform/words";
import { OwnText } from "~/standards/own-text";
import type { LevelChoice } from "./questions";

/** What a level takes: a sentence, or the tests that must all hold. */
export const LevelDescriptor = ({ choice: { lead, tests, ours }, textIn }: { choice: Pick<LevelChoice, "lead" | "tests" | "ours">; textIn: Language | undefined }) => (
  <>
    {ours ? lead : <OwnText textIn={textIn}>{lead}</OwnText>}
    {tests.length > 0 && (
      <ul>
        {tests.map((test) => (
          <li key={test}>
            <OwnText textIn={textIn}>{test}</OwnText>
          </li>
        ))}
      </ul>
    )}
  </>
);
