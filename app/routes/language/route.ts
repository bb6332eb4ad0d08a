import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { chooseLanguage, LanguageChoice } from "~/accounts/choose-language.server";
import { ourPath } from "~/accounts/go-to";
import { requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { readForm } from "~/platform/read-form.server";

/** Chooses the language of one's own pages, and leads back to where one was. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const chosen = LanguageChoice.safeParse(Object.fromEntries(await readForm(request)));
  if (!chosen.success) throw new Response("No such language", { status: 400 });
  await chooseLanguage(pool.db, clock, actor, chosen.data.language);
  return redirect(ourPath(chosen.data.to), 303);
}
