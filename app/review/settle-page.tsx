import { paths } from "~/platform/paths";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import { Box } from "~/ui/layout";
import { Desk } from "~/ui/scale";
import { CaseBar } from "./case-bar";
import type { SettlingDesk } from "./desk";
import { levelWord } from "./level-word";
import { NotUsed } from "./not-used";
import { RatingLines } from "./rating-lines";
import { Reading } from "./reading";
import { SettleForm, ThirdForm } from "./settle-form";
import { TalkLines } from "./talk-page";

type Typed = { level?: string; reason: string };
/** `typed`, `third`: what was typed into either form. */
type SettleProps = { desk: SettlingDesk; typed: Typed; third: Typed; errors: FieldErrors };

/** One difference: what was sent and what good is, beside both ratings and the moderator's own level. */
export const SettlePage = ({ desk, typed, third, errors }: SettleProps) => (
  <>
    <CaseBar about={desk.case} place={desk.left.length > 0 ? `${desk.left.length} to settle: ${desk.left.join(", ")}` : "nothing left to settle"} />
    <ErrorSummary errors={errors} />
    <Desk read={<Reading {...desk.reading} />} say={<Settling desk={desk} typed={typed} third={third} errors={errors} />} />
  </>
);

const Settling = ({ desk, typed, third, errors }: SettleProps) => (
  <>
    <h2 className="wm-h">Two ratings that differ</h2>
    {desk.flagged && <p>They are far apart, so this criterion’s guidance will be looked at again.</p>}
    <RatingLines ratings={desk.ratings} settlement={desk.settlement} levels={desk.reading.criterion.levels} />
    <TalkLines talk={desk.talk} />
    {desk.third && (
      <p>
        {desk.third.by} rated it as a third reader: {levelWord(desk.third.level)}. “{desk.third.reason}”
      </p>
    )}
    {desk.settlement === null && desk.barred === null ? <SettleForm desk={desk} typed={typed} errors={errors} /> : <NotUsed words={typed.reason} />}
    {desk.settlement === null && desk.barred !== null && (
      <Box tone="warn">
        <p>{desk.barred}</p>
      </Box>
    )}
    {desk.mayRateThird && desk.settlement === null && <ThirdForm desk={desk} typed={third} errors={errors} />}
    <p>
      <a href={paths.case(desk.case.id)}>The whole case</a>
    </p>
  </>
);
