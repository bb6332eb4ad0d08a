import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { typedFrom } from "~/assessments/answer-form";
import { askingWords } from "~/assessments/asking/words/asking-words";
import { commentsOn } from "~/assessments/comments.server";
import { hereLately, noteHere, othersAt } from "~/assessments/presence.server";
import { questionFor } from "~/assessments/question.server";
import { QuestionPage } from "~/assessments/question-page";
import { saveTyped } from "~/assessments/save-typed.server";
import { fromAnother, stillHere } from "~/assessments/still-here.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { languages } from "~/platform/words";
import { languageChosen } from "~/ui/language-buttons";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";
import { press, Version } from "./criterion-press.server";

export const handle: PageHandle = { work: true, hydrate: true, translated: true, ownSwitch: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const question = await questionFor(pool.db, clock, actor, params.id!, params.criterion!);
  if (!question) throw notFound();
  if (question === "first_questions") throw redirect(paths.assessmentFacts(params.id!));
  const { state, days, shown } = question;
  const here = { assessmentId: shown.assessmentId, criterion: shown.criterion.id };
  const [comments, others] = await Promise.all([commentsOn(pool.db, here.assessmentId, here.criterion), othersAt(pool.db, clock, actor, here, hereLately)]);
  const bar = workBar(actor, request);
  return { bar, switching: bar.switching!, state, days, personId: actor.personId, question: shown, comments, others };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const form = await readForm(request);
  const here = { assessmentId: params.id!, criterion: params.criterion! };
  const pressed = await press(actor, form, here);
  if (pressed) return pressed;
  const basedOn = Version.parse(form.get("version"));
  const { criterion, criterionEvidence, comments, assessment, check } = paths;
  const chosen = languageChosen(form, "then");
  const sent = { typed: typedFrom(form), basedOn, language: chosen ?? actor.language };
  const from = form.get("as");
  if (from !== null && from !== actor.personId) return data(fromAnother(sent, actor.name), 409);
  const saved = await saveTyped(pool.db, clock, actor, { ...here, ...sent });
  if (!saved) throw notFound();
  if (chosen) await chooseLanguage(pool.db, clock, actor, chosen);
  await noteHere(pool.db, clock, actor, here);
  const elsewhere = new Map([
    ["evidence", criterionEvidence(params.id!, params.criterion!)],
    ["talk", comments(params.id!, params.criterion!)],
    ["later", assessment(params.id!)],
    ...languages.map((each) => [each, criterion(params.id!, params.criterion!)] as const),
  ]);
  const to = elsewhere.get(String(form.get("then")));
  const still = stillHere(saved, { ...sent, finished: to === undefined, warned: form.get("warned") === "yes" });
  if (still) return data(still.answered, still.status);
  const next = saved.is === "saved" && saved.next ? criterion(params.id!, saved.next) : check(params.id!);
  return redirect(to ?? next);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded?.question.criterion.title ?? askingWords(languageOfBar(loaded))("question.title")) },
];

export default function Criterion() {
  const came = useActionData<typeof action>();
  const [answered, refused] = came && "refused" in came ? [undefined, came.refused] : [came, undefined];
  return <QuestionPage {...useLoaderData<typeof loader>()} answered={answered} refused={refused} />;
}
