import type { Facts } from "#standards/format";
import type { Day } from "~/platform/calendar";
import type { Db } from "~/platform/database.server";
import { factsOf } from "~/providers/facts.server";
import { offered } from "~/standards/applies";
import { latestVersions } from "~/standards/versions.server";
import type { AssessmentInList } from "./list.server";

export type Startable = {
  versionId: string;
  key: string;
  /** Title and purpose in its own words: `titlesAsRead` has its reader's. */
  title: string;
  version: string;
  purpose: string;
  /** The newest earlier one of theirs whose answers can be carried over: sent once, or with an answer in it. A draft given up empty has none to lend. */
  carryFrom: string | undefined;
};

/** The standards an organisation may start now: those that are for what it does, of which no draft is there and none is being read. `known` are its facts, where they have been read already. */
export async function startableBy(db: Db, organisationId: string, there: readonly AssessmentInList[], today: Day, known?: Facts): Promise<Startable[]> {
  const [versions, facts] = await Promise.all([latestVersions(db, today), known ?? factsOf(db, organisationId)]);
  return versions
    .filter(({ standard }) => offered(standard, facts) && !there.some((each) => each.standard.key === standard.key && isInHand(each)))
    .map(({ id, standard: { key, title, version, purpose } }) => ({
      versionId: id,
      key,
      title,
      version,
      purpose,
      carryFrom: there.find((each) => each.standard.key === key && lends(each))?.id,
    }));
}

const lends = ({ submission, lastSaved }: AssessmentInList) => submission !== undefined || lastSaved !== undefined;

/** A draft of an older version, too: it is sent as it is, or moved. */
const isInHand = ({ state, submission }: AssessmentInList) => state === "draft" || (state === "submitted" && submission?.decided !== true);
