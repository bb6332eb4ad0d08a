import { z } from "zod";
import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { fieldErrors } from "~/platform/form";
import { paths } from "~/platform/paths";
import { addEndpoint, moveEndpoint } from "./change-endpoint.server";
import { endpointForm, endpointMoveNames } from "./endpoint";
import type { EndpointPageProps } from "./endpoint-page";
import type { NewEndpointPageProps } from "./new-endpoint-page";
import { followerWords } from "./words/follower-words";

/** The number in an address; 0, which nobody's endpoint has, for anything else. */
export const endpointNumber = (text: string | undefined): number => (/^[1-9]\d{0,3}$/.test(text ?? "") ? Number(text) : 0);

export const whatWasDone = (request: Request) => z.enum(["tested", "changed"]).nullable().catch(null).parse(new URL(request.url).searchParams.get("done"));

/** Adds what the form says and answers the secret, this once; or says what is wrong with it. */
export async function answerNewEndpoint(db: Db, clock: Clock, actor: Actor, form: FormData): Promise<NewEndpointPageProps & { status: number }> {
  const typed = String(form.get("url") ?? "");
  const read = endpointForm(actor.language).safeParse({ url: typed });
  if (!read.success) return { typed, errors: fieldErrors(read.error), added: null, status: 422 };
  const added = await addEndpoint(db, clock, actor, read.data.url);
  if (added.ok) return { typed, errors: {}, added, status: 200 };
  const t = followerWords(actor.language);
  return { typed, errors: { url: added.why === "too_many" ? t("wrong.endpoints_enough") : t("wrong.there_already") }, added: null, status: 409 };
}

type Answer = { to: string } | { shown: Pick<EndpointPageProps, "secret" | "errors">; status: number };

/** Does what one of the page's buttons says. Undefined when it is not the actor's, or no such button. */
export async function answerEndpointForm(db: Db, clock: Clock, actor: Actor, number: number, form: FormData): Promise<Answer | undefined> {
  const move = z.enum(endpointMoveNames).safeParse(form.get("move"));
  const moved = move.success ? await moveEndpoint(db, clock, actor, number, move.data) : undefined;
  if (!moved || !move.data) return undefined;
  if (!moved.ok) return { shown: { secret: null, errors: { [move.data]: followerWords(actor.language)(`wrong.${moved.why}`) } }, status: 409 };
  if (moved.secret) return { shown: { secret: moved.secret, errors: {} }, status: 200 };
  if (move.data === "remove") return { to: paths.following() };
  return { to: `${paths.endpoint(number)}?done=${move.data === "test" ? "tested" : "changed"}` };
}
