import { useWords } from "~/platform/language";
import { OwnText } from "~/standards/own-text";
import { Box } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import type { NewIn } from "./new-in-version";
import { assessmentWords } from "./words/assessment-words";

/** Above the form of a question that its people were never asked before: which version brought it, and what it is about. */
export function NewInVersionNote({ newIn: { version, what, later } }: { newIn: NewIn }) {
  const { t } = useWords(assessmentWords);
  return (
    <Box>
      <p id="new-in-version">
        <strong>{t("new_in.heading", { version })}</strong> <OwnText>{what}</OwnText>
      </p>
      {later.map(({ version: since, what: changed }) => (
        <p key={`${since} ${changed}`}>
          <Sentence of={t("new_in.later", { version: since })} parts={{ what: <OwnText>{changed}</OwnText> }} />
        </p>
      ))}
    </Box>
  );
}
