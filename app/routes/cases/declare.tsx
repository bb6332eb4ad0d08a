import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { caseFor } from "~/review/case.server";
import { declarationErrors, readDeclaration, type TypedDeclaration } from "~/review/declaration-input";
import { declareConflict } from "~/review/declare.server";
import { DeclarePage } from "~/review/declare-page";
import { refusalStatus } from "~/review/refusal-status";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
type Answer = { typed: TypedDeclaration; errors: FieldErrors };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "assessor");
  const view = await caseFor(pool.db, clock, actor, params.id!);
  if (!view?.part) throw notFound();
  if (view.declared || view.waits || !view.moves.includes("declare")) throw redirect(paths.case(view.id));
  const { number, provider, standard, scope, id, part } = view;
  return { bar: workBar(actor, request), about: { id, number, provider: provider.name, area: provider.area, standard: standard.title, scope, part } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "assessor");
  const { typed, read } = readDeclaration(await readForm(request));
  if (!read.ok) return data<Answer>({ typed, errors: read.errors }, 400);
  const declared = await declareConflict(pool.db, clock, actor, { caseId: params.id!, words: read.words, tie: read.tie });
  if (!declared) throw notFound();
  if (!declared.ok) return data<Answer>({ typed, errors: declarationErrors(declared.why) }, refusalStatus(declared.why));
  return redirect(declared.conflict ? paths.cases : paths.case(params.id!));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `Conflicts of interest: ${loaded.about.provider}` : "Conflicts of interest") }];

export default function Declare() {
  const { about } = useLoaderData<typeof loader>();
  const { typed = { words: "", tie: "", tieWords: "" }, errors = {} } = useActionData<typeof action>() ?? {};
  return <DeclarePage about={about} typed={typed} errors={errors} />;
}
