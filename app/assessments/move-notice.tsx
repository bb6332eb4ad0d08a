import { paths } from "~/platform/paths";
import { formatDay } from "~/ui/dates";
import { Box } from "~/ui/layout";
import { BackAgain } from "./moved-page";
import type { NewerNotice } from "./newer.server";

/** A newer version is there: until when this one may be sent, and where to see what a move would mean. Calm, because nothing has to be done today. */
export const MoveNotice = ({ id, newer: { from, to, lastSubmitOn, late } }: { id: string; newer: NewerNotice }) => (
  <Box tone={late ? "warn" : "aside"}>
    <h2 className="govuk-heading-s" id="newer">
      There is a newer version: {to}
    </h2>
    <p>
      {late && lastSubmitOn
        ? `Version ${from} could be sent until ${formatDay(lastSubmitOn)}. To send your answers, move them to version ${to} first.`
        : lastSubmitOn
          ? `You can stay on version ${from} and send it until ${formatDay(lastSubmitOn)}, or move your answers.`
          : `You can stay on version ${from} and send it, or move your answers.`}{" "}
      <a href={paths.migrate(id)}>See what moving to version {to} would mean</a>
    </p>
  </Box>
);

export type MovedNoticeProps = { id: string; version: string; fromId: string; check: number; untouched: boolean; maySubmit: boolean };

/** Just after a move: what is left to do, where the older answers are, and the way back. */
export const MovedNotice = ({ id, version, fromId, check, untouched, maySubmit }: MovedNoticeProps) => (
  <Box>
    <h2 className="govuk-heading-s" id="moved">
      Your answers moved here from version {version}
    </h2>
    <p>
      {check > 0 ? `${check === 1 ? "One question came" : `${check} questions came`} with something to check. ` : ""}
      <a href={paths.assessment(fromId)}>Your answers under {version}</a> can be read at any time.
    </p>
    {untouched && <BackAgain id={id} version={version} maySubmit={maySubmit} />}
  </Box>
);
