import { useWords } from "~/platform/language";
import { Box } from "~/ui/layout";
import type { NewIn } from "./new-in-version";
import { assessmentWords } from "./words/assessment-words";

/** Above the form of a question that its people were never asked before: which version brought it, and what it is about. */
export function NewInVersionNote({ newIn: { version, what, later } }: { newIn: NewIn }) {
  const { t } = useWords(assessmentWords);
  return (
    <Box>
      <p id="new-in-version">
        <strong>{t("new_in.heading", { version })}</strong> {what}
      </p>
      {later.map((each) => (
        <p key={`${each.version} ${each.what}`}>{t("new_in.later", each)}</p>
      ))}
    </Box>
  );
}
