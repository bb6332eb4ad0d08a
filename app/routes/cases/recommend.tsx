import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { recommendReading } from "~/review/recommend.server";
import { RecommendPage } from "~/review/recommend-page";
import { recommendingDeskFor } from "~/review/recommending-desk.server";
import { noteLook } from "~/review/record/look.server";
import { refusalStatus } from "~/review/refusal-status";
import { refusalWords } from "~/review/refusal-words";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "assessor");
  const desk = await recommendingDeskFor(pool.db, clock, actor, params.id!);
  if (!desk) throw notFound();
  await noteLook(pool.db, clock, actor, { cases: [params.id!], what: "recommend", request });
  return { bar: workBar(actor, request), desk };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "assessor");
  const recommended = await recommendReading(pool.db, clock, actor, { caseId: params.id! });
  if (!recommended) throw notFound();
  if (!recommended.ok) return data({ errors: { recommend: refusalWords[recommended.why] } }, refusalStatus(recommended.why));
  return redirect(paths.case(params.id!));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `Recommend: ${loaded.desk.case.provider}` : "Recommend") }];

export default function Recommend() {
  const { desk } = useLoaderData<typeof loader>();
  const { errors = {} } = useActionData<typeof action>() ?? {};
  return <RecommendPage desk={desk} errors={errors} />;
}
