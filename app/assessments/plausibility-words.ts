import type { Language, Values } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import { askingWords } from "./asking/words/asking-words";
import { plausibilityChecks, type Warning } from "./plausibility";

/** What a reply may hold. */
const replyMost = 500;

/** What was typed to warnings, each under the name of its check; too long a reply is an error beside its field. Anything else in the form is left alone. */
export function repliesIn(form: FormData, language: Language) {
  const sent = plausibilityChecks.flatMap((check) => {
    const words = form.get(check);
    return typeof words === "string" ? [{ check, words: words.replaceAll("\r\n", "\n").slice(0, 5000) }] : [];
  });
  const tooLong = askingWords(language)("warnings.too_long", { most: replyMost });
  return {
    replies: sent,
    typed: Object.fromEntries(sent.map(({ check, words }) => [check, words])) as Record<string, string>,
    errors: Object.fromEntries(sent.filter(({ words }) => words.length > replyMost).map(({ check }) => [check, tooLong])) as Record<string, string>,
  };
}

/** What does not seem to fit, in a sentence or two, for the people who may know better: what we see, and what to do if it is so. */
export function warningWords({ check, figures }: Warning, language: Language = "en"): string {
  const t = askingWords(language);
  const days = (count: Values[string] | undefined) => t("warning.days", { count: count ?? 0 });
  if (check === "wait_and_record") return t("warning.wait_and_record", { said: days(figures.said), record: days(figures.record) });
  if (check === "long_wait") return t("warning.long_wait", { said: days(figures.said) });
  const dates = Object.entries(figures).flatMap(([name, figure]) => (name === "until" || name === "expiry" ? [[name, formatDay(String(figure), language)]] : []));
  // `count` would ask for a plural.
  const { count: _, ...shown } = figures;
  return t(`warning.${check}`, { ...shown, ...Object.fromEntries(dates) });
}
