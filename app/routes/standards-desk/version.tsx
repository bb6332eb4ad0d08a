import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { confirmWithdrawal, dropWithdrawal, proposeWithdrawal, withdrawalOf } from "~/standards/drafting/withdraw.server";
import { WithdrawPage } from "~/standards/drafting/withdraw-page";
import { withdrawalWords } from "~/standards/drafting/words";
import { versionOf } from "~/standards/versions.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "editor");
  const found = await versionOf(pool.db, params.key ?? "", params.version ?? "");
  if (!found) throw notFound();
  const { key, version, title } = found.standard;
  const withdrawal = await withdrawalOf(pool.db, found.id);
  return { bar: workBar(actor, request), standardKey: key, version, title, withdrawal, own: withdrawal?.proposedBy.personId === actor.personId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "editor");
  const form = await readForm(request);
  const reason = String(form.get("reason") ?? "").slice(0, 2000);
  const named = { key: params.key ?? "", version: params.version ?? "" };
  const done = await act(actor, String(form.get("intent") ?? ""), { ...named, reason });
  if (!done) throw notFound();
  if (done.ok) return redirect(paths.publishedVersion(named.key, named.version));
  const status = done.why === "reason_missing" ? 422 : done.why === "own_proposal" ? 403 : 409;
  return data({ reason, errors: { reason: withdrawalWords[done.why] } }, status);
}

async function act(actor: Actor, intent: string, named: { key: string; version: string; reason: string }) {
  if (intent === "propose") return proposeWithdrawal(pool.db, clock, actor, named);
  if (intent === "confirm") return confirmWithdrawal(pool.db, clock, actor, named);
  return intent === "drop" ? dropWithdrawal(pool.db, clock, actor, named) : undefined;
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `Withdraw ${loaded.title} ${loaded.version}` : "Version") }];

export default function Version() {
  const { bar: _bar, ...loaded } = useLoaderData<typeof loader>();
  const { reason = "", errors = {} } = useActionData<typeof action>() ?? {};
  return <WithdrawPage {...loaded} reason={reason} errors={errors} />;
}
