import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { objectToReaders } from "~/review/interests/object.server";
import { objectErrors, typedObjection } from "~/review/interests/objection-input";
import { ReadersPage } from "~/review/interests/readers-page";
import { readersTo } from "~/review/interests/readers-to.server";
import { interestsWords } from "~/review/interests/words/interests-words";
import { refusalStatus } from "~/review/refusal-status";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(interestsWords(languageOfBar(loaded))("readers.title")) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const readers = await readersTo(pool.db, actor, params.id!);
  if (!readers) throw notFound();
  return { bar: workBar(actor, request), ...readers };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const typed = typedObjection(await readForm(request));
  const objected = await objectToReaders(pool.db, clock, actor, { assessmentId: params.id!, ...typed });
  if (!objected) throw notFound();
  if (objected.ok) return redirect(paths.readers(params.id!));
  return data({ typed, errors: objectErrors(objected.why, actor.language) }, refusalStatus(objected.why));
}

export default function Readers() {
  const loaded = useLoaderData<typeof loader>();
  const { typed = { about: [], reason: "" }, errors = {} } = useActionData<typeof action>() ?? {};
  return <ReadersPage {...loaded} typed={typed} errors={errors} />;
}
