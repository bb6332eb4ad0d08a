import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { markTitled } from "~/register/titled";
import { titlesIn } from "~/standards/translation/titles-in.server";
import { follow, followableMark } from "./follow.server";
import type { FollowPageProps } from "./follow-page";
import { markLine } from "./followed.server";
import { FollowForm } from "./following";
import { followerWords } from "./words/follower-words";

/** The mark whose code was typed, as the page shows it before anybody follows it; with the words for a code that no mark has. Nothing typed is no fault. */
export async function markToFollow(db: Db, clock: Clock, actor: Actor, code: string): Promise<FollowPageProps> {
  const typed = code.trim().slice(0, 60);
  if (typed === "") return { typed, mark: null, errors: {} };
  const now = clock.now();
  const found = await followableMark(db, typed, now);
  if (!found) return { typed, mark: null, errors: { code: followerWords(actor.language)("wrong.code") } };
  const mark = markTitled(found, await titlesIn(db, actor.language));
  return { typed, mark: { group: mark.holder.name, ...markLine(mark, actor, now) }, errors: {} };
}

/** Follows what the form says, or says what is wrong with it. */
export async function answerFollowForm(db: Db, clock: Clock, actor: Actor, form: FormData): Promise<{ ok: true } | { ok: false; status: number; shown: FollowPageProps }> {
  const t = followerWords(actor.language);
  const asked = FollowForm.safeParse(Object.fromEntries(form));
  const done = asked.success ? await follow(db, clock, actor, asked.data) : undefined;
  if (done?.ok) return done;
  const shown = await markToFollow(db, clock, actor, String(form.get("code") ?? ""));
  if (done) return { ok: false, status: 409, shown: { ...shown, errors: { what: t("wrong.followed_enough") } } };
  if (!shown.mark) return { ok: false, status: 404, shown: { ...shown, errors: { code: t("wrong.code") } } };
  return { ok: false, status: 422, shown: { ...shown, errors: { what: t("wrong.what") } } };
}
