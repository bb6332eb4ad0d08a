import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { Box } from "~/ui/layout";
import { askingWords } from "./asking/words/asking-words";
import { warningWords } from "./plausibility-words";
import type { ShownWarning } from "./warnings.server";

/** What does not seem to fit, and what was said to it, with the way to the page where it can be answered. Nothing when everything fits. */
export function WarningList({ id, warnings }: { id: string; warnings: readonly ShownWarning[] }) {
  const { t, language } = useWords(askingWords);
  if (warnings.length === 0) return null;
  return (
    <Box>
      <h2 className="govuk-heading-m" id="warnings">
        {t("warnings.found", { count: warnings.length })}
      </h2>
      <p>{t("warnings.as_it_is")}</p>
      <ul className="wm-tidy">
        {warnings.map((warning) => (
          <li key={warning.check}>
            {warningWords(warning, language)}
            {warning.words && ` ${t("warnings.you_said", { words: warning.words })}`}
          </li>
        ))}
      </ul>
      <p>
        <a className="govuk-link" href={paths.warnings(id)}>
          {t("warnings.answer_them")}
        </a>
      </p>
    </Box>
  );
}
