import { paths } from "~/platform/paths";
import { Box } from "~/ui/layout";
import type { ShownWarning } from "./warnings.server";

/** What does not seem to fit, and what was said to it, with the way to the page where it can be answered. Nothing when everything fits. */
export const WarningList = ({ id, warnings }: { id: string; warnings: readonly ShownWarning[] }) =>
  warnings.length === 0 ? null : (
    <Box>
      <h2 className="govuk-heading-m" id="warnings">
        {warnings.length === 1 ? "One thing to look at again" : `${warnings.length} things to look at again`}
      </h2>
      <p>You can send it as it is. Whoever reads it sees this too, and what you say to it.</p>
      <ul className="wm-tidy">
        {warnings.map(({ check, warning, words }) => (
          <li key={check}>
            {warning}
            {words && <> You said: “{words}”</>}
          </li>
        ))}
      </ul>
      <p>
        <a className="govuk-link" href={paths.warnings(id)}>
          Say how it is, or put it right
        </a>
      </p>
    </Box>
  );
