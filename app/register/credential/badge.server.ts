import { bakePng, bakeSvg } from "~/marks/credential/carrier";
import type { FoundMark } from "~/marks/found-mark";
import { isInForce, statusOf } from "~/marks/status";
import { londonDay } from "~/platform/calendar";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { remember } from "~/platform/remember";
import type { Language } from "~/platform/words";
import { badgeOf } from "./badge";
import { issuedCredential } from "./credential.server";
import { badgePng, badgeSvg } from "./draw-badge.server";

/** The badge of a mark as it stands at this moment, with its credential inside while it is in force. */
export async function bakedBadge(mark: FoundMark, kind: "svg" | "png", { now, language }: { now: Date; language: Language }): Promise<string | Uint8Array> {
  const standing = statusOf(mark.facts, now);
  const svg = badgeSvg(badgeOf(mark, standing, { today: londonDay(now), host: new URL(settings().baseUrl).host, language }));
  const issued = isInForce(standing.status) && mark.credential ? await issuedCredential(pool.db, mark.code as Parameters<typeof issuedCredential>[1]) : undefined;
  if (kind === "svg") return issued ? bakeSvg(svg, issued.jwt) : svg;
  return issued ? bakePng(drawn(svg), issued.jwt) : drawn(svg);
}

// Drawing takes as long as everything else together, and the same badge is asked for again and again.
const kept = remember("drawn badges", () => new Map<string, Uint8Array>());
const keptAtMost = 200;

function drawn(svg: string): Uint8Array {
  const known = kept.get(svg);
  if (known) return known;
  const png = badgePng(svg);
  if (kept.size >= keptAtMost) kept.clear();
  kept.set(svg, png);
  return png;
}
