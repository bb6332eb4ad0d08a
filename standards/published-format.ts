/**
 * The grammar of `published.yaml`: the SHA-256 of every published version's content, written by `waymark standards seal`.
 *
 *   referral-capacity@1.0.0: f3ec60f8…
 */
import { z } from "zod";

export const Seals = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/, "expected the 64 hexadecimal characters of a SHA-256"));
