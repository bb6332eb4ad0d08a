import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { readCheckIn, type TypedCheckIn, typedCheckIn } from "~/marks/check-ins/check-in-form";
import { CheckInPage } from "~/marks/check-ins/check-in-page";
import { ownCheckIn } from "~/marks/check-ins/own-check-in.server";
import { sendCheckIn } from "~/marks/check-ins/send-check-in.server";
import { checkInWords } from "~/marks/check-ins/words/check-in-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import { languageChosen } from "~/ui/language-buttons";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { LanguageSwitch, languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true, ownSwitch: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const t = checkInWords(languageOfBar(loaded));
  return [{ title: pageTitle(loaded ? t("title", { standard: loaded.view.standard.title }) : t("title_alone")) }];
};

async function own(actor: Actor, params: LoaderFunctionArgs["params"]) {
  const at = { slug: params.slug ?? "", code: params.code ?? "" };
  const view = await ownCheckIn(pool.db, clock, actor, at);
  if (!view) throw notFound();
  return { at, view };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { at, view } = await own(actor, params);
  const bar = workBar(actor, request);
  return { bar, switching: bar.switching!, slug: at.slug, view };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { at, view } = await own(actor, params);
  const form = await readForm(request);
  const typed = typedCheckIn(form);
  const chosen = languageChosen(form, "language");
  if (chosen) {
    await chooseLanguage(pool.db, clock, actor, chosen);
    return data({ typed, errors: {} as FieldErrors });
  }
  const read = readCheckIn(typed, view.mustHaves, actor.language);
  if (!read.ok) return data({ typed, errors: read.errors }, 422);
  const sent = await sendCheckIn(pool.db, clock, actor, at, read.said);
  if (!sent) throw notFound();
  if (sent.ok) return redirect(paths.checkIn(at.slug, at.code), 303);
  return data({ typed, errors: { main: checkInWords(actor.language)(`wrong.${sent.why}`) } as FieldErrors }, 409);
}

const nothing: TypedCheckIn = {};

export default function CheckIn() {
  const { slug, view, switching } = useLoaderData<typeof loader>();
  const { typed = nothing, errors = {} } = useActionData<typeof action>() ?? {};
  const { t } = useWords(checkInWords);
  return (
    <div className="wm-prose">
      <BackLink href={paths.organisation(slug)} />
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{t("title", { standard: view.standard.title })}</h1>
      <CheckInPage view={view} slug={slug} typed={typed} errors={errors} />
      {view.state !== "open" && view.state !== "late" && <LanguageSwitch {...switching} />}
    </div>
  );
}
