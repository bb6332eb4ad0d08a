import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { reviewWords } from "~/review/words/review-words";
import { OwnText } from "~/standards/own-text";
import { formatDay } from "~/ui/dates";
import { Box } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import type { HomeView } from "./home-view.server";

type One = HomeView["awaited"][number];

/** Everything that has a last day in what they have sent: theirs and ours, the earliest first. */
export function AwaitedBox({ awaited }: { awaited: HomeView["awaited"] }) {
  const { t } = useWords(reviewWords);
  if (awaited.length === 0) return null;
  const theirs = awaited.some(({ of }) => of === "answers" || of === "deferral" || of === "check");
  return (
    <section aria-labelledby="awaited">
      <h2 className="wm-h wm-h--ruled" id="awaited">
        {t("awaited.title")}
      </h2>
      <Box tone={theirs ? "warn" : "aside"}>
        {awaited.map((one) => (
          <p key={one.id}>
            <Line one={one} />
          </p>
        ))}
      </Box>
    </section>
  );
}

const ways = { answers: paths.answerQuestions, deferral: paths.deferred, check: paths.report };

function Line({ one: { id, title, textIn, version, of, due, left, paused } }: { one: One }) {
  const { t, language } = useWords(reviewWords);
  const day = formatDay(due, language);
  const what = (
    <a href={paths.sent(id)}>
      <OwnText textIn={textIn}>{title}</OwnText> {version}
    </a>
  );
  if (of === "answers" || of === "deferral" || of === "check")
    return (
      <>
        <strong>
          <Sentence of={t(`awaited.${of}`, { day })} parts={{ what }} />
        </strong>{" "}
        <a href={ways[of](id)}>{t(`awaited.do.${of}`)}</a>
      </>
    );
  if (of === "appeal") return <Sentence of={t("awaited.appeal", { day })} parts={{ what }} />;
  return <Sentence of={t(`awaited.ours.${left < 0 ? "late" : paused ? "paused" : of}`, { day })} parts={{ what }} />;
}
