import type { ReactNode } from "react";
import { useWords } from "~/platform/language";
import { formatMoment, formatTime } from "~/ui/dates";
import { Sentence } from "~/ui/sentence";
import { askingWords } from "../asking/words/asking-words";
import type { SaveState } from "./autosave";

export type SavedLineProps = {
  state: SaveState;
  /** When it was last saved before this page was opened, and by whom. */
  before: { at: string; by: string } | undefined;
  signIn: string;
  onRetry(): void;
};

/** Whether what was typed is kept. Only what needs somebody to act is announced: a save every second must not be. */
export function SavedLine({ state, before, signIn, onRetry }: SavedLineProps) {
  const { t, language } = useWords(askingWords);
  switch (state.is) {
    case "waiting":
    case "saving":
      return <p className="wm-saved">{t("saved.saving")}</p>;
    case "saved":
      return <p className="wm-saved">{t("saved.at", { time: formatTime(state.at) })}</p>;
    case "idle":
      return <p className="wm-saved">{before ? t("saved.before", { at: formatMoment(before.at, language), by: before.by }) : t("saved.as_you_go")}</p>;
    case "clash":
      return <p className="wm-saved wm-saved--bad">{t("saved.clash")}</p>;
    case "refused":
      return <Bad>{t("saved.refused", { why: (state.words ?? t("saved.not_accepted")).replace(/\.?$/, ".") })}</Bad>;
    case "not_saved":
      return (
        <Bad>
          <Sentence
            of={t(`saved.${state.why}`)}
            parts={{ way: (words) => (state.why === "signed_out" ? <SignIn href={signIn}>{words}</SignIn> : <Retry onRetry={onRetry}>{words}</Retry>) }}
          />
        </Bad>
      );
  }
}

const Bad = ({ children }: { children: ReactNode }) => (
  <p className="wm-saved wm-saved--bad" role="alert">
    {children}
  </p>
);

const SignIn = ({ href, children }: { href: string; children: string }) => (
  <a className="govuk-link" href={href}>
    {children}
  </a>
);

const Retry = ({ onRetry, children }: { onRetry(): void; children: string }) => (
  <button type="button" className="wm-link" onClick={onRetry}>
    {children}
  </button>
);
