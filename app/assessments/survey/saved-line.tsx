import { formatMoment, formatTime } from "~/ui/dates";
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
  switch (state.is) {
    case "waiting":
    case "saving":
      return <p className="wm-saved">Saving…</p>;
    case "saved":
      return <p className="wm-saved">Saved {formatTime(state.at)}</p>;
    case "idle":
      return <p className="wm-saved">{before ? `Last saved ${formatMoment(before.at)} by ${before.by}. ` : ""}Your answers save as you go.</p>;
    case "clash":
      return <p className="wm-saved wm-saved--bad">Not saved yet: choose between two answers at the top of the page first.</p>;
    case "refused":
      return (
        <p className="wm-saved wm-saved--bad" role="alert">
          Not saved. {state.words.replace(/\.?$/, ".")} What you typed is kept in this browser.
        </p>
      );
    case "not_saved":
      return (
        <p className="wm-saved wm-saved--bad" role="alert">
          {state.why === "signed_out" ? (
            <>
              Not saved: you have been signed out. What you typed is kept in this browser.{" "}
              <a className="govuk-link" href={signIn}>
                Sign in again
              </a>{" "}
              and you will come back here.
            </>
          ) : (
            <>
              Not saved: we cannot be reached. What you typed is kept in this browser, and we try again by ourselves.{" "}
              <button type="button" className="wm-link" onClick={onRetry}>
                Try again now
              </button>
            </>
          )}
        </p>
      );
  }
}
