import { type Context, Hono } from "hono";
import { normaliseCode } from "~/marks/code";
import { keyUrl } from "~/marks/keys/find-keys.server";
import { checkpointNow } from "~/marks/log/checkpoints.server";
import { consistencyBetween, leavesBetween, proofOf } from "~/marks/log/proofs.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { sha256 } from "~/platform/files.server";
import { answer, hasAlready, notACode, problem, publicHeaders, unknownCode } from "../answering.server";
import { ConsistencyAsked, type EntriesAnswer, EntriesAsked } from "./log-shapes";
import { consistencyAnswer, entry, proofAnswer } from "./proof-answer";

/** The public log of marks, for programs: what we signed, what is in it, and the proofs. Only what is under a checkpoint is answered; what is new is signed for whoever asks. */
export const logAnswers = new Hono()
  .get("/log/checkpoint", async (c) => {
    const checkpoint = await checkpointNow(pool.db, clock);
    if (!checkpoint) return unsigned(c);
    const headers = { ...publicHeaders(), ETag: `"${sha256(checkpoint.note).slice(0, 32)}"`, "Last-Modified": checkpoint.madeAt.toUTCString() };
    return hasAlready(c, headers.ETag) ? c.body(null, 304, headers) : c.body(checkpoint.note, 200, { ...headers, "Content-Type": "text/plain; charset=utf-8" });
  })
  .get("/log/entries", async (c) => {
    const asked = EntriesAsked.safeParse(c.req.query());
    if (!asked.success) return problem(c, 400, "These are no places in the log", "Ask with ?start= and &end=, whole numbers from 0, the end not before the start.");
    const checkpoint = await checkpointNow(pool.db, clock);
    if (!checkpoint) return unsigned(c);
    const { size } = checkpoint;
    const { start, end } = asked.data;
    const leaves = start < size ? await leavesBetween(pool.db, start, Math.min(end, size - 1)) : [];
    const next = start + leaves.length;
    const body: EntriesAnswer = { size, entries: leaves.map(entry), next: leaves.length > 0 && next < size ? next : null };
    return answer(c, body);
  })
  .get("/log/proof", async (c) => {
    const read = normaliseCode((c.req.query("code") ?? "").slice(0, 60));
    if (!read.ok) return notACode(c, read.why);
    await checkpointNow(pool.db, clock);
    const proof = await proofOf(pool.db, read.code);
    if (proof === "unknown") return unknownCode(c, "The log has nothing of this code", `The code ${read.code} is well formed, but we have never issued it.`);
    if (proof === "unsigned") return unsigned(c);
    return answer(c, proofAnswer(read.code, proof, keyUrl(settings().baseUrl, proof.checkpoint.kid)));
  })
  .get("/log/consistency", async (c) => {
    const asked = ConsistencyAsked.safeParse(c.req.query());
    const checkpoint = await checkpointNow(pool.db, clock);
    if (!checkpoint) return unsigned(c);
    const { from, to = checkpoint.size } = asked.data ?? { from: 0 };
    if (from < 1 || from > to || to > checkpoint.size)
      return problem(
        c,
        400,
        "These are no sizes of the log",
        `Ask with ?from= and &to=, whole numbers from 1 to ${checkpoint.size}, the smaller one first. Nothing can be shown of an empty log.`,
      );
    return answer(c, consistencyAnswer(await consistencyBetween(from, to)));
  });

const unsigned = (c: Context) => problem(c, 404, "There is no checkpoint yet", "The log is empty, or its first entries are being signed. Try again in a minute.");
