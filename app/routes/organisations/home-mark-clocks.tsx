import { checkInWords } from "~/marks/check-ins/words/check-in-words";
import { circumstancesWords } from "~/marks/circumstances/words/circumstances-words";
import { markWords } from "~/marks/words/mark-words";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { formatDay } from "~/ui/dates";
import { Box } from "~/ui/layout";
import type { HomeView } from "./home-view.server";

type Clocks = HomeView["markClocks"];

/** Everything that has a last day in their marks: what they are to send, what we are to look at, and when a mark ends. The earliest first. */
export function MarkClocksBox({ clocks, slug }: { clocks: Clocks; slug: string }) {
  const { t } = useWords(markWords);
  if (clocks.length === 0) return null;
  return (
    <section aria-labelledby="mark-clocks">
      <h2 className="wm-h wm-h--ruled" id="mark-clocks">
        {t("clocks.title")}
      </h2>
      <Box tone={clocks.some(({ of }) => of === "condition" || of === "top_up" || of === "check_in") ? "warn" : "aside"}>
        {clocks.map((clock) => (
          <Line key={`${clock.code} ${clock.of} ${clock.due} ${clock.criteria.join()}`} clock={clock} slug={slug} />
        ))}
      </Box>
    </section>
  );
}

function Line({ clock: { of, code, title: standard, due, left, criteria }, slug }: { clock: Clocks[number]; slug: string }) {
  const { t, language } = useWords(markWords);
  const { t: told } = useWords(circumstancesWords);
  const { t: checkIn } = useWords(checkInWords);
  const said = { standard, criteria: criteria.join(", "), day: formatDay(due, language) };
  if (of === "mark_answer") return <p>{t(left < 0 ? "clocks.mark_answer_late" : "clocks.mark_answer", said)}</p>;
  if (of === "circumstance" || of === "circumstance_urgent") return <p>{told(left < 0 ? "clock_late" : "clock", said)}</p>;
  if (of === "check_in")
    return (
      <p>
        <strong>{checkIn(left < 0 ? "home.late" : "home.open", said)}</strong> <a href={paths.checkIn(slug, code)}>{checkIn("home.do")}</a>
      </p>
    );
  if (of === "mark_end")
    return (
      <p>
        {t("clocks.mark_end", said)} <a href={paths.organisationAssessments(slug)}>{t("clocks.renew")}</a>
      </p>
    );
  return (
    <p>
      <strong>{t(of === "condition" ? "clocks.condition" : left < 0 ? "clocks.top_up_late" : "clocks.top_up", said)}</strong>{" "}
      {criteria.map((criterion) => (
        <span key={criterion}>
          <a href={paths.markAnswer(slug, code, criterion)}>{t("clocks.send", { criterion })}</a>{" "}
        </span>
      ))}
    </p>
  );
}
