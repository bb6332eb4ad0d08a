/** What whoever sends an assessment says with it: every one must be ticked. The words are kept with the submission. */
export const declaration = [
  { key: "accurate", words: "Our answers are true as far as we know." },
  { key: "no_personal_details", words: "What we show holds no personal details of people we support." },
  { key: "may_submit", words: "I am allowed to send this for our organisation." },
  { key: "publish", words: "You may publish the facts that are marked as public, if we are given the mark." },
  { key: "tell_changes", words: "We will tell you of changes within 10 working days." },
  { key: "may_be_suspended", words: "We understand that a mark can be suspended." },
] as const;
export type Statement = (typeof declaration)[number]["key"];
export const statementKeys = declaration.map(({ key }) => key);

export const isDeclared = (statements: readonly string[]) => statementKeys.every((key) => statements.includes(key));

/** The statements ticked in a form: each is a field of its own, by its key. */
export const statementsIn = (form: FormData): Statement[] => statementKeys.filter((key) => form.get(key) !== null);

/** Beside each statement that is not ticked. */
export const declarationErrors = (ticked: readonly string[]): Record<string, string> =>
  Object.fromEntries(declaration.filter(({ key }) => !ticked.includes(key)).map(({ key, words }) => [key, `Tick “${words}”`]));
