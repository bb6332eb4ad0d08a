import { circumstancesWords } from "~/marks/circumstances/words/circumstances-words";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { formatDay } from "~/ui/dates";
import { Box } from "~/ui/layout";
import type { HomeView } from "./home-view.server";

/** That the insurance has run out, what follows, and where to give the new date. */
export function UninsuredBox({ uninsured, slug }: { uninsured: HomeView["uninsured"]; slug: string }) {
  const { t, language } = useWords(circumstancesWords);
  if (!uninsured) return null;
  const { until, suspendedFrom, suspended } = uninsured;
  return (
    <Box tone="warn">
      <p>
        {t(suspended ? "uninsured_now" : "uninsured", { day: formatDay(until, language), until: formatDay(suspendedFrom, language) })}{" "}
        <a href={`${paths.changes(slug)}?kind=insurance`}>{t("give_date")}</a>
      </p>
    </Box>
  );
}
