import { paths } from "~/platform/paths";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import { Box } from "~/ui/layout";
import { Desk } from "~/ui/scale";
import { CaseBar } from "./case-bar";
import type { SettlingDesk } from "./desk";
import { NotUsed } from "./not-used";
import { RatingLines } from "./rating-lines";
import { Reading } from "./reading";
import { SettleForm } from "./settle-form";
import { TalkLines } from "./talk-page";

/** One difference: what was sent and what good is, beside both ratings and the moderator's own level. */
export const SettlePage = ({ desk, typed, errors }: { desk: SettlingDesk; typed: { level?: string; reason: string }; errors: FieldErrors }) => (
  <>
    <CaseBar about={desk.case} place={desk.left.length > 0 ? `${desk.left.length} to settle: ${desk.left.join(", ")}` : "nothing left to settle"} />
    <ErrorSummary errors={errors} />
    <Desk read={<Reading {...desk.reading} />} say={<Settling desk={desk} typed={typed} errors={errors} />} />
  </>
);

const Settling = ({ desk, typed, errors }: { desk: SettlingDesk; typed: { level?: string; reason: string }; errors: FieldErrors }) => (
  <>
    <h2 className="wm-h">Two ratings that differ</h2>
    {desk.flagged && <p>They are far apart, so this criterion’s guidance will be looked at again.</p>}
    <RatingLines ratings={desk.ratings} settlement={desk.settlement} levels={desk.reading.criterion.levels} />
    <TalkLines talk={desk.talk} />
    {desk.settlement === null && desk.barred === null ? <SettleForm desk={desk} typed={typed} errors={errors} /> : <NotUsed words={typed.reason} />}
    {desk.settlement === null && desk.barred !== null && (
      <Box tone="warn">
        <p>{desk.barred}</p>
      </Box>
    )}
    <p>
      <a href={paths.case(desk.case.id)}>The whole case</a>
    </p>
  </>
);
