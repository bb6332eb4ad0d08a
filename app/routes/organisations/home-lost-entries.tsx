import { circumstancesWords } from "~/marks/circumstances/words/circumstances-words";
import { useWords } from "~/platform/language";
import { Box } from "~/ui/layout";
import type { HomeView } from "./home-view.server";

/** That an entry in a register was lost, what follows, and what ends it. */
export function LostEntriesBox({ entries }: { entries: HomeView["lostEntries"] }) {
  const { t } = useWords(circumstancesWords);
  if (entries.length === 0) return null;
  return (
    <Box tone="warn">
      {entries.map((entry) => (
        <p key={entry}>{t("entry_lost_now", { entry })}</p>
      ))}
    </Box>
  );
}
