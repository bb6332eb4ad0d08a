import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { ownOrganisation } from "~/accounts/own-organisation.server";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { confirmCapacity } from "~/providers/confirm-capacity.server";
import { newestStatement } from "~/providers/room.server";
import { RoomForm } from "~/providers/room-form";
import { readRoom, typedRoom } from "~/providers/typed-room";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
export const meta: MetaFunction = () => [{ title: pageTitle("Room for new people") }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { organisationId, name, slug } = ownOrganisation(actor, params.slug);
  return { bar: workBar(actor, request), name, slug, typed: typedRoom(await newestStatement(pool.db, organisationId)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { organisationId, slug } = ownOrganisation(actor, params.slug);
  const form = await readForm(request);
  const text = (name: string) => String(form.get(name) ?? "");
  const typed = { accepting: text("accepting"), wait_weeks: text("wait_weeks"), note: text("note") };
  const read = readRoom(typed);
  if (!read.ok) return data({ typed, errors: read.errors }, 422);
  const confirmed = await confirmCapacity(pool.db, clock, actor, { organisationId, ...read.capacity });
  if (!confirmed?.ok) throw notFound();
  return redirect(`${paths.organisation(slug)}?done=room`);
}

export default function RoomPage() {
  const { name, slug, typed } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors = sent?.errors ?? {};
  return (
    <div className="wm-prose">
      <BackLink href={paths.organisation(slug)}>{name}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">Room for new people</h1>
      <p>Say how it is today. Being full is fine, and so is being closed: it helps people not to be sent in vain. Any of you can say it, as often as you like.</p>
      <RoomForm typed={sent?.typed ?? typed} errors={errors} />
    </div>
  );
}
