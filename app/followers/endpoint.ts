import { z } from "zod";
import { hostOf, isPublicAddress } from "~/platform/network-address";
import { perLanguage } from "~/platform/words";
import { followerWords } from "./words/follower-words";

/** `failing`: the last try of a delivery failed, and none has been taken since. It is still tried. `gone`: it said itself (410) that there is nothing any more. */
export const endpointStates = ["on", "failing", "off", "gone"] as const;
export type EndpointState = (typeof endpointStates)[number];

/** How a try ended. Only `taken` is a success. */
export const outcomes = ["taken", "gone", "refused", "redirected", "no_answer", "too_slow", "not_allowed", "switched_off"] as const;
export type Outcome = (typeof outcomes)[number];

export const mostEndpoints = 3;
/** Tests of one endpoint in an hour. */
export const mostTests = 5;
/** Hours in which the secret before the newest one signs too. */
export const overlapHours = 24;
/** How many deliveries its page shows. */
export const shownDeliveries = 20;

const states: Record<EndpointState, boolean> = { on: true, failing: true, off: false, gone: false };
/** Whether anything is sent to it. */
export const isTried = (state: EndpointState): boolean => states[state];

/** What can be done with an endpoint, by the state it is in. */
export const endpointMoves = {
  test: ["on", "failing"],
  rotate: ["on", "failing", "off", "gone"],
  switch_off: ["on", "failing"],
  switch_on: ["off", "gone"],
  remove: ["on", "failing", "off", "gone"],
} as const satisfies Record<string, readonly EndpointState[]>;
export type EndpointMove = keyof typeof endpointMoves;
export const endpointMoveNames = Object.keys(endpointMoves) as EndpointMove[];
export const mayMove = (move: EndpointMove, state: EndpointState): boolean => (endpointMoves[move] as readonly EndpointState[]).includes(state);

/**
 * An address that events may be sent to: https on its usual port, no name or password in it, and neither a number of somebody's own network nor a name without a dot. What a name stands for shows when we connect.
 * Undefined when not.
 */
export function sendable(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const { host, isNumber } = hostOf(url);
  const outside = isNumber ? isPublicAddress(host) : host.includes(".");
  return url.protocol === "https:" && url.port === "" && url.username === "" && url.password === "" && outside ? url : undefined;
}

/** What the form for a new endpoint sends. */
export const endpointForm = perLanguage((language) => {
  const t = followerWords(language);
  return z.object({
    url: z
      .string()
      .trim()
      .min(1, t("wrong.url_missing"))
      .max(500, t("wrong.url_long"))
      .refine((text) => text === "" || sendable(text) !== undefined, t("wrong.url"))
      .transform((text) => {
        const url = sendable(text);
        if (url) url.hash = "";
        return url?.href ?? text;
      }),
  });
});
