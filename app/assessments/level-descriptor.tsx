import type { Language } from "~/platform/words";
import type { LevelChoice } from "./questions";
import { StandardText } from "./standard-text";

/** What a level takes: a sentence, or the tests that must all hold. */
export const LevelDescriptor = ({ choice: { lead, tests, ours }, textIn }: { choice: Pick<LevelChoice, "lead" | "tests" | "ours">; textIn: Language | undefined }) => (
  <>
    {ours ? lead : <StandardText textIn={textIn}>{lead}</StandardText>}
    {tests.length > 0 && (
      <ul>
        {tests.map((test) => (
          <li key={test}>
            <StandardText textIn={textIn}>{test}</StandardText>
          </li>
        ))}
      </ul>
    )}
  </>
);
