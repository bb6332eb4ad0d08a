import { normaliseCode } from "~/marks/code";
import { keyUrl } from "~/marks/keys/find-keys.server";
import { checkpointNow } from "~/marks/log/checkpoints.server";
import { proofOf } from "~/marks/log/proofs.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import type { Language } from "~/platform/words";
import { countUnknown } from "../limits/count-unknown.server";
import type { LogPageProps } from "./log-page";
import { proofAnswer } from "./proof-answer";
import { logWords } from "./words/log-words";

type Asked = { clock: Clock; typed: string | null; language: Language /** Who asks, for counting codes that nobody has. */; from: string };
type LogView = { status: 200 | 400 | 404; page: LogPageProps } | { status: 429; page: LogPageProps; retryAfter: number };

/** What the page of the log shows for what was typed, if anything was. */
export async function logView(db: Db, { clock, typed, language, from }: Asked): Promise<LogView> {
  const t = logWords(language);
  const checkpoint = await checkpointNow(db, clock);
  const signed = checkpoint ? { size: checkpoint.size, root: checkpoint.root.toString("hex"), at: checkpoint.madeAt.toISOString() } : null;
  const blank: LogPageProps = { typed: (typed ?? "").slice(0, 60), error: null, note: null, proof: null, signed };
  if (typed === null) return { status: 200, page: blank };
  const read = normaliseCode(blank.typed);
  if (!read.ok) return { status: 400, page: { ...blank, error: t("log.error.code") } };
  const found = await proofOf(db, read.code);
  if (found === "unknown") {
    const counted = await countUnknown(db, clock, from);
    if (counted.tooMany) return { status: 429, page: { ...blank, note: t("log.over_limit") }, retryAfter: counted.retryAfter };
    return { status: 404, page: { ...blank, note: t("log.unknown", { code: read.code }) } };
  }
  if (found === "unsigned") return { status: 200, page: { ...blank, note: t("log.unsigned") } };
  return { status: 200, page: { ...blank, proof: proofAnswer(read.code, found, keyUrl(settings().baseUrl, found.checkpoint.kid)) } };
}
