import type { Language } from "~/platform/words";
import { askingWords } from "./asking/words/asking-words";

/** What whoever sends an assessment says with it: every one must be ticked. */
export const statementKeys = ["accurate", "no_personal_details", "may_submit", "publish", "tell_changes", "may_be_suspended"] as const;
export type Statement = (typeof statementKeys)[number];

export const statementWords = (key: Statement, language: Language): string => askingWords(language)(`declared.${key}`);

/** The statements with their words in English: so they are kept with the submission, whatever language they were read in. */
export const declaration = statementKeys.map((key) => ({ key, words: statementWords(key, "en") }));

/** Statements as they were kept, in this language. One whose words have changed since stays as it was kept. */
export const declaredIn = (kept: readonly string[], language: Language): string[] =>
  kept.map((words) => {
    const statement = declaration.find((each) => each.words === words);
    return statement ? statementWords(statement.key, language) : words;
  });

export const isDeclared = (statements: readonly string[]) => statementKeys.every((key) => statements.includes(key));

/** The statements ticked in a form: each is a field of its own, by its key. */
export const statementsIn = (form: FormData): Statement[] => statementKeys.filter((key) => form.get(key) !== null);

/** Beside each statement that is not ticked. */
export const declarationErrors = (ticked: readonly string[], language: Language): Record<string, string> =>
  Object.fromEntries(
    statementKeys.filter((key) => !ticked.includes(key)).map((key) => [key, askingWords(language)("declared.tick", { statement: statementWords(key, language) })]),
  );
