import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { ownOrganisation } from "~/accounts/own-organisation.server";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { confirmNothingChanged } from "~/providers/confirm-capacity.server";
import { Columns } from "~/ui/layout";
import { Notification } from "~/ui/notification";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { AwaitedBox } from "./home-awaited";
import { LostEntriesBox } from "./home-lost-entries";
import { MarkClocksBox } from "./home-mark-clocks";
import { MarksAndLetters } from "./home-marks";
import { RoomNow } from "./home-room";
import { UninsuredBox } from "./home-uninsured";
import { homeView } from "./home-view.server";
import { Work } from "./home-work";
import { YourPage } from "./home-your-page";
import { ownWords } from "./words/own-words";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.name ?? "Not found") }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const membership = ownOrganisation(actor, params.slug);
  const done = new URL(request.url).searchParams.get("done");
  return {
    bar: workBar(actor, request),
    name: membership.name,
    slug: membership.slug,
    person: actor.name.split(" ")[0] ?? actor.name,
    done: doneThings.find((each) => each === done),
    view: await homeView(pool.db, membership, clock.now(), actor.language),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { organisationId, slug } = ownOrganisation(actor, params.slug);
  if ((await readForm(request)).get("intent") !== "confirm") throw new Response("Not something to do here", { status: 400 });
  const confirmed = await confirmNothingChanged(pool.db, clock, actor, organisationId);
  if (!confirmed) throw notFound();
  return redirect(confirmed.ok ? `${paths.organisation(slug)}?done=room` : paths.room(slug));
}

export default function Organisation() {
  const { name, slug, person, done, view } = useLoaderData<typeof loader>();
  const { t } = useWords(ownWords);
  return (
    <>
      {done && <Notification tone="done">{t(`done.${done}`)}</Notification>}
      <h1 className="wm-display">
        {t("hello", { person })} <span className="wm-quiet">{name}</span>
      </h1>
      <Columns
        beside={
          <>
            <MarksAndLetters view={view} slug={slug} />
            <YourPage view={view} slug={slug} />
          </>
        }
      >
        <RoomNow room={view.room} isPublic={view.publicPath !== null} slug={slug} />
        <AwaitedBox awaited={view.awaited} />
        <LostEntriesBox entries={view.lostEntries} />
        <UninsuredBox uninsured={view.uninsured} slug={slug} />
        <MarkClocksBox clocks={view.markClocks} slug={slug} />
        <Work view={view} slug={slug} />
      </Columns>
    </>
  );
}

const doneThings = ["room", "joined", "facts"] as const;
