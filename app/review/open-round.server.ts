import { caseRounds } from "#db/schema/review";
import type { Db } from "~/platform/database.server";
import { type CaseFile, currentReaders } from "./case-file";
import type { Part } from "./part";
import { currentRound, type Round, type RoundKind } from "./round";

/** Opens a case once more for these criteria; for none, where it is only decided anew. What was said of everything else stands. Call it with the case held. */
export async function openRound(tx: Db, file: CaseFile, kind: RoundKind, criteria: string[], at: Date): Promise<Round> {
  const readerOf = (part: Part) => currentReaders(file).find((each) => each.part === part)?.personId ?? null;
  const readers = { assessor: readerOf("assessor"), second_reader: readerOf("second_reader") };
  const round = { no: currentRound(file.rounds) + 1, kind, criteria, openedAt: at };
  await tx.insert(caseRounds).values({ caseId: file.id, assessorId: readers.assessor, secondReaderId: readers.second_reader, ...round });
  return { ...round, readers };
}
