import { eq } from "drizzle-orm";
import { marks } from "#db/schema/marks";
import { decisions } from "#db/schema/review";
import { type Actor, membershipIn } from "~/accounts/actor";
import type { Db } from "~/platform/database.server";
import { normaliseCode } from "../code";
import { findMarks } from "../find-marks.server";
import type { FoundMark } from "../found-mark";
import { holdMarksOf } from "../hold-mark.server";
import type { AnswerRole } from "./answer-moves";
import { type Asked, askedOf } from "./asked";
import { answersKept, isAbout, type KeptAnswer } from "./kept-answers.server";

/** What an address of the group's names: a mark of its own, and one criterion of it. */
export type Which = { slug: string; code: string; criterion: string };

/** A mark of the person's own organisation, and where they stand in it. Undefined for everybody else. One read. */
export async function ownMarkOf(db: Db, actor: Actor, { slug, code }: Pick<Which, "slug" | "code">): Promise<{ mark: FoundMark; standings: AnswerRole[] } | undefined> {
  const read = normaliseCode(code);
  if (!read.ok) return undefined;
  const [mark] = await findMarks(db, eq(marks.code, read.code));
  const membership = mark && membershipIn(actor, mark.organisationId);
  if (!mark || !membership || mark.slug !== slug) return undefined;
  return { mark, standings: membership.role === "admin" ? ["member", "submitter"] : ["member"] };
}

export type HeldAsked = { mark: FoundMark; standings: AnswerRole[]; caseId: string; asked: Asked | undefined; answers: KeptAnswer[]; open: KeptAnswer | undefined };

/**
 * What a group writes for one criterion of its mark, held until the transaction ends: nothing else happens to its marks. `open` is the newest that is not answered; `asked` is undefined once nobody asks for it.
 * Undefined when the mark is not the actor's, or never asked for this, and where the case it came from is no longer kept.
 */
export async function holdAsked(tx: Db, actor: Actor, { criterion, ...at }: Which, now: Date): Promise<HeldAsked | undefined> {
  const own = await ownMarkOf(tx, actor, at);
  if (!own || own.mark.decisionId === null) return undefined;
  const mark = (await holdMarksOf(tx, own.mark.organisationId)).find(({ id }) => id === own.mark.id)!;
  const asked = askedOf(mark, now).find((each) => each.criterion === criterion);
  const all = await answersKept(tx, mark.id);
  const answers = all.filter((each) => each.criterion === criterion && (!asked || isAbout(asked)(each)));
  if (!asked && answers.length === 0) return undefined;
  const [decision] = await tx.select({ caseId: decisions.caseId }).from(decisions).where(eq(decisions.id, own.mark.decisionId));
  const open = answers.findLast(({ state }) => state === "drafting" || state === "sent");
  return decision && { mark, standings: own.standings, caseId: decision.caseId, asked, answers, open };
}
