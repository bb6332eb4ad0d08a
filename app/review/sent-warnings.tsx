import { Quiet } from "~/ui/layout";
import type { SentWarning } from "./desk";

/** What did not seem to fit when it was sent. The group saw the same and may have answered. */
export const SentWarnings = ({ warnings }: { warnings: readonly SentWarning[] }) =>
  warnings.length === 0 ? null : (
    <>
      <h2 className="wm-h">Things that did not seem to fit</h2>
      <p className="wm-quiet wm-small">Worked out from what they told us, and shown to them before they sent it.</p>
      <ul className="wm-tidy">
        {warnings.map(({ check, warning, words }) => (
          <li key={check}>
            {warning} {words ? <>They say: “{words}”</> : <Quiet small>They said nothing to this.</Quiet>}
          </li>
        ))}
      </ul>
    </>
  );
