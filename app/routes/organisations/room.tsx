import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { ownOrganisation } from "~/accounts/own-organisation.server";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { confirmCapacity } from "~/providers/confirm-capacity.server";
import { newestStatement } from "~/providers/room.server";
import { RoomForm } from "~/providers/room-form";
import { readRoom, typedRoom } from "~/providers/typed-room";
import { providerWords } from "~/providers/words/provider-words";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction = ({ data }) => [{ title: pageTitle(providerWords(languageOfBar(data))("room_form.title")) }];

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
  const read = readRoom(typed, actor.language);
  if (!read.ok) return data({ typed, errors: read.errors }, 422);
  const confirmed = await confirmCapacity(pool.db, clock, actor, { organisationId, ...read.capacity });
  if (!confirmed?.ok) throw notFound();
  return redirect(`${paths.organisation(slug)}?done=room`);
}

export default function RoomPage() {
  const { name, slug, typed } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors = sent?.errors ?? {};
  const { t } = useWords(providerWords);
  return (
    <div className="wm-prose">
      <BackLink href={paths.organisation(slug)}>{name}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{t("room_form.title")}</h1>
      <p>{t("room_form.lead")}</p>
      <RoomForm typed={sent?.typed ?? typed} errors={errors} />
    </div>
  );
}
