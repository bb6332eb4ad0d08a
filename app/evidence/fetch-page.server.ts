import { type IncomingMessage, request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { hostOf, isPublicAddress } from "~/platform/network-address";
import { NotAllowed, publicOnly, type Resolve } from "~/platform/public-lookup.server";
import { fetchable } from "./address";
import type { CaptureOutcome } from "./capture-words";

export type Fetched = { outcome: "kept"; status: number; mediaType: string; bytes: Buffer } | { outcome: Exclude<CaptureOutcome, "kept">; status?: number };
/** What a test may change. `loopback`: its own server, at one port, and nothing else; no setting leads here. */
export type FetchOptions = { loopback?: { port: number }; seconds?: number; most?: number; resolve?: Resolve };

const mostRedirects = 3;
const kinds = /^(text\/html|application\/xhtml\+xml|application\/pdf|image\/(jpeg|png|webp|gif))$/;

/**
 * Fetches a page that somebody typed, as a stranger to our own network: http and https on their usual ports; every address that a name stands for must be public,
 * and the one that was looked at is the one that is connected to, again on every redirect (three at most); 10 seconds in all, 5 MB, pages, PDFs and pictures only.
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const over = AbortSignal.timeout((options.seconds ?? 10) * 1000);
  let next = address;
  for (let step = 0; step <= mostRedirects; step++) {
    const url = allowed(next, options);
    if (!url) return { outcome: "not_allowed" };
    let answer: IncomingMessage;
    try {
      answer = await ask(url, options, over);
    } catch (error) {
      return { outcome: error instanceof NotAllowed ? "not_allowed" : over.aborted ? "too_slow" : "no_answer" };
    }
    const status = answer.statusCode ?? 0;
    const to = status >= 300 && status < 400 ? answer.headers.location : undefined;
    if (to === undefined) return read(answer, status, options.most ?? 5 * 1024 * 1024, over);
    answer.destroy();
    if (!URL.canParse(to, url)) return { outcome: "no_answer", status };
    next = new URL(to, url).href;
  }
  return { outcome: "too_many_redirects" };
}

const isOurs = (url: URL, { loopback }: FetchOptions) => loopback !== undefined && url.hostname === "127.0.0.1" && url.port === String(loopback.port);
const allowed = (text: string, options: FetchOptions) =>
  fetchable(text) ?? (URL.canParse(text) && isOurs(new URL(text), options) && new URL(text).username === "" ? new URL(text) : undefined);

function ask(url: URL, options: FetchOptions, over: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { host, isNumber } = hostOf(url);
    // A host that is a number is never looked up, so it is looked at here.
    if (isNumber && !isPublicAddress(host) && !isOurs(url, options)) return reject(new NotAllowed());
    const send = url.protocol === "https:" ? overHttps : overHttp;
    const headers = { "User-Agent": "Waymark-evidence/1", Accept: "text/html,application/pdf,image/*", "Accept-Encoding": "identity", Connection: "close" };
    const sent = send(url, { agent: false, signal: over, headers, maxHeaderSize: 16 * 1024, lookup: publicOnly(options.resolve) });
    sent.on("response", resolve);
    sent.on("error", reject);
    sent.end();
  });
}

async function read(answer: IncomingMessage, status: number, most: number, over: AbortSignal): Promise<Fetched> {
  const end = (outcome: Exclude<CaptureOutcome, "kept">): Fetched => {
    answer.destroy();
    return { outcome, status };
  };
  if (status === 404 || status === 410) return end("not_found");
  if (status !== 200) return end("no_answer");
  const mediaType = (answer.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  if (!kinds.test(mediaType)) return end("kind_not_kept");
  if (Number(answer.headers["content-length"] ?? 0) > most) return end("too_big");
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > most) return end("too_big");
      parts.push(part);
    }
  } catch {
    return end(over.aborted ? "too_slow" : "no_answer");
  }
  return { outcome: "kept", status, mediaType, bytes: Buffer.concat(parts) };
}
