import type { Language } from "~/platform/words";
import { askingWords } from "./asking/words/asking-words";
import type { Answered } from "./question-page";
import { refusalStatus, refusalWords } from "./refusal-words";
import type { SaveTyped, TypedSaved } from "./save-typed.server";

type Sent = Pick<SaveTyped, "typed" | "basedOn"> & {
  language: Language /** By a button that asks whether the answer is finished. */;
  finished: boolean /** Told already what looks like personal details. */;
  warned: boolean;
};

/** Somebody else opened the page, and this person has signed in since: nothing is saved under a name that was not theirs. Pressed again, it is this person's. */
export const fromAnother = ({ typed, basedOn, language }: Omit<Sent, "finished" | "warned">, name: string): Answered => ({
  typed,
  version: basedOn,
  errors: { answer: askingWords(language)("refused.other_person_plain", { name }) },
  saved: false,
});

/** What came of the plain form where its page has to be shown once more, as it was typed; undefined where whoever sent it may go on. */
export function stillHere(saved: TypedSaved, { typed, basedOn, language, finished, warned }: Sent): { answered: Answered; status: 403 | 409 | 422 } | undefined {
  const said = (status: 403 | 409 | 422, answered: Omit<Answered, "typed">) => ({ status, answered: { typed, ...answered } });
  switch (saved.is) {
    case "faulty":
      return said(422, { version: basedOn, errors: saved.errors, saved: false });
    case "refused":
      return said(refusalStatus(saved.why), { version: basedOn, errors: { answer: refusalWords(saved.why, language) }, saved: false });
    case "changed": {
      const { theirs } = saved;
      return said(409, { version: theirs.version, errors: { changed: askingWords(language)("clash.error", { by: theirs.savedBy }) }, saved: false, theirs });
    }
    case "saved": {
      const unseen = warned ? {} : saved.warnings;
      const told = Object.keys(unseen).length > 0;
      const errors = { ...saved.missing, ...unseen };
      return finished && Object.keys(errors).length > 0 ? said(422, { version: saved.version, errors, saved: true, warned: told }) : undefined;
    }
  }
}
