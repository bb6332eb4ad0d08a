import type { MarkCode } from "~/marks/code";
import type { FoundMark } from "~/marks/found-mark";
import type { Clock } from "~/platform/clock";
import { pool } from "~/platform/database.server";
import { sha256 } from "~/platform/files.server";
import type { Language } from "~/platform/words";
import { titlesIn } from "~/standards/translation/titles-in.server";
import { markByCode, markBySha256 } from "./mark.server";
import { markAnswer, withdrawnLongAgo } from "./mark-answer";
import { lookAtPdf } from "./pdf-codes.server";
import type { Verification } from "./public-shapes";
import { markTitled } from "./titled";
import { registerWords } from "./words/register-words";

/**
 * What a file is: ours unchanged, ours changed, somebody else's, or nothing we can read. The bytes are forgotten afterwards.
 * Never says that a mark is in force because of a file: that comes from the register alone.
 */
export async function verifyFile(clock: Clock, origin: string, bytes: Buffer, language: Language = "en"): Promise<Verification> {
  const t = registerWords(language);
  const issued = await markBySha256(sha256(bytes));
  if (issued) return genuine(clock, origin, await titledIn(issued, language), language);
  const look = lookAtPdf(bytes);
  if (look.is !== "pdf") return { document: "unreadable", reasons: [t(`file.why.${look.is}`)], mark: null, in_force: null };
  const named = await firstIssued(look.codes);
  if (named) {
    const mark = markAnswer(await titledIn(named, language), clock.now(), origin);
    const reasons = [t("file.why.changed"), t("file.why.go_by_register")];
    return { document: "altered", reasons, mark, in_force: mark.in_force };
  }
  const reasons = [t(look.codes.length > 0 ? "file.why.unknown_code" : "file.why.no_code"), t("file.why.do_not_rely")];
  return { document: "not_ours", reasons, mark: null, in_force: null };
}

/** The same for a file that stayed where it is: only its hash came to us. Undefined where we issued no such file. */
export async function verifyHash(clock: Clock, origin: string, hex: string, language: Language = "en"): Promise<Verification | undefined> {
  const issued = await markBySha256(hex);
  return issued && genuine(clock, origin, await titledIn(issued, language), language);
}

function genuine(clock: Clock, origin: string, issued: FoundMark, language: Language): Verification {
  const mark = markAnswer(issued, clock.now(), origin);
  const today = mark.in_force ? "in_force" : withdrawnLongAgo(mark) ? "none" : "over";
  const t = registerWords(language);
  return { document: "genuine", reasons: [t("file.why.genuine"), t(`file.why.${today}`)], mark, in_force: mark.in_force };
}

const titledIn = async (mark: FoundMark, language: Language) => markTitled(mark, await titlesIn(pool.db, language));

async function firstIssued(codes: MarkCode[]): Promise<FoundMark | undefined> {
  const found = await Promise.all(codes.map(markByCode));
  return found.find((each) => each !== undefined);
}
