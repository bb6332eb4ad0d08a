import type { LevelChoice } from "./questions";

/** What a level takes: a sentence, or the tests that must all hold. */
export const LevelDescriptor = ({ choice: { lead, tests } }: { choice: LevelChoice }) => (
  <>
    {lead}
    {tests.length > 0 && (
      <ul>
        {tests.map((test) => (
          <li key={test}>{test}</li>
        ))}
      </ul>
    )}
  </>
);
