import { ties } from "#db/schema/interests";
import { record } from "~/audit/record.server";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { type Assignment, type CaseFile, currentReaders, saysNone } from "../case-file";
import { byOf } from "../move.server";
import { tellRole } from "../tell.server";
import { type DistanceKind, nearTie } from "./kinds";
import { tieToAllow } from "./letters";
import { readBeing } from "./objection";

/** What stands for the words of a tie that was stated apart from any case. */
export const statedWords = "Stated on their own page.";

export type NearSince = { reader: Assignment; kind: DistanceKind };

/** Those who declared that they have no conflict, and have since stated a tie that bars nobody. Once the reading is over it stands: they gave it while they might. */
export const nearSince = (file: CaseFile, today: Day): NearSince[] =>
  readBeing.includes(file.state)
    ? currentReaders(file).flatMap((reader) => {
        const kind = reader.tie === null && reader.declaration !== null && saysNone(reader.declaration) ? nearTie(reader.interests, today) : undefined;
        return kind ? [{ reader, kind }] : [];
      })
    : [];

/** Takes their ties as told with this case, and asks the moderators: until one is allowed in writing that reader rates nothing more (Standard rules §C.5). Answers the case as it is then. */
export async function askLeave(tx: Db, clock: Clock, file: CaseFile): Promise<CaseFile> {
  const now = clock.now();
  const near = nearSince(file, londonDay(now));
  for (const { reader, kind } of near) {
    await tx.insert(ties).values({ assignmentId: reader.id, kind, words: statedWords, statedAt: now });
    await tellRole(tx, clock, file, "moderator", tieToAllow(reader.part), paths.caseInterests(file.id));
    await record(tx, byOf("system"), now, { type: "case.tie_told", subject: file.id, data: { part: reader.part, kind } });
  }
  const told = new Map(near.map(({ reader, kind }) => [reader.id, { kind, words: statedWords, statedAt: now, waiver: null }]));
  return { ...file, assignments: file.assignments.map((each) => ({ ...each, tie: told.get(each.id) ?? each.tie })) };
}
