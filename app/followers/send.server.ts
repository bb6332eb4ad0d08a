import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { isPublicAddress } from "~/platform/network-address";
import { type Allowed, NotAllowed, publicOnly, type Resolve } from "~/platform/public-lookup.server";
import { type Outcome, sendable } from "./endpoint";

export type Answered = { outcome: Exclude<Outcome, "switched_off">; httpStatus?: number };
/** What a test may change: its own server on this machine, under a name. No setting leads here. */
export type SendOptions = { resolve?: Resolve; allowed?: Allowed; port?: number; ca?: string; seconds?: number };

/** So much of an answer is read, out of politeness: nothing in it counts but its status. */
const most = 16 * 1024;

/**
 * Posts one event. Every address that the name stands for must be public, and the one that was looked at is the one that is connected to; https alone, on its usual port, with a certificate
 * that is valid; redirects are not followed; 15 seconds in all. Never throws: what went wrong is an outcome.
 */
export async function sendEvent(
  address: string,
  body: string,
  headers: Record<string, string>,
  { resolve, allowed = isPublicAddress, port, ca, seconds = 15 }: SendOptions = {},
): Promise<Answered> {
  const url = sendable(address);
  if (!url) return { outcome: "not_allowed" };
  // A host that is a number is never looked up: `sendable` has looked at it.
  const over = AbortSignal.timeout(seconds * 1000);
  try {
    const answer = await new Promise<IncomingMessage>((done, failed) => {
      const sent = request(url, {
        method: "POST",
        agent: false,
        signal: over,
        maxHeaderSize: 16 * 1024,
        lookup: publicOnly(resolve, allowed),
        ...(port === undefined ? {} : { port }),
        ...(ca === undefined ? {} : { ca }),
        headers: { "User-Agent": "Waymark-webhooks/1", "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body), Connection: "close", ...headers },
      });
      sent.on("response", done);
      sent.on("error", failed);
      sent.end(body);
    });
    const httpStatus = answer.statusCode ?? 0;
    await readAndForget(answer);
    return { outcome: outcomeOf(httpStatus), httpStatus };
  } catch (error) {
    if (error instanceof NotAllowed) return { outcome: "not_allowed" };
    return { outcome: over.aborted ? "too_slow" : "no_answer" };
  }
}

function outcomeOf(status: number): Answered["outcome"] {
  if (status >= 200 && status < 300) return "taken";
  if (status === 410) return "gone";
  return status >= 300 && status < 400 ? "redirected" : "refused";
}

/** The status has come: whatever goes wrong from here on changes nothing. */
async function readAndForget(answer: IncomingMessage) {
  let length = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > most) break;
    }
  } catch {
    // Broken off, or too slow.
  }
  answer.destroy();
}
