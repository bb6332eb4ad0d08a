import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { typedFrom } from "~/assessments/answer-form";
import { commentsOn } from "~/assessments/comments.server";
import { hereLately, noteHere, othersAt } from "~/assessments/presence.server";
import { questionFor } from "~/assessments/question.server";
import { type Answered, QuestionPage } from "~/assessments/question-page";
import { refusalStatus, refusalWords } from "~/assessments/refusal-words";
import { saveTyped } from "~/assessments/save-typed.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { press, Version } from "./criterion-press.server";

export const handle: PageHandle = { work: true, hydrate: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const question = await questionFor(pool.db, clock, actor, params.id!, params.criterion!);
  if (!question) throw notFound();
  if (question === "first_questions") throw redirect(paths.assessmentFacts(params.id!));
  const { state, days, shown } = question;
  const here = { assessmentId: shown.assessmentId, criterion: shown.criterion.id };
  const [comments, others] = await Promise.all([commentsOn(pool.db, here.assessmentId, here.criterion), othersAt(pool.db, clock, actor, here, hereLately)]);
  return { bar: workBar(actor, request), state, days, personId: actor.personId, question: shown, comments, others };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const form = await readForm(request);
  const version = Version.parse(form.get("version"));
  const pressed = await press(actor, form, { assessmentId: params.id!, criterion: params.criterion! });
  if (pressed) return pressed;
  const typed = typedFrom(form);
  const saved = await saveTyped(pool.db, clock, actor, { assessmentId: params.id!, criterion: params.criterion!, typed, basedOn: version });
  if (!saved) throw notFound();
  await noteHere(pool.db, clock, actor, { assessmentId: params.id!, criterion: params.criterion! });
  const answer = (answered: Answered, status: number) => data(answered, status);
  if (saved.is === "faulty") return answer({ typed, version, errors: saved.errors, saved: false }, 422);
  if (saved.is === "refused") return answer({ typed, version, errors: { answer: refusalWords(saved.why) }, saved: false }, refusalStatus(saved.why));
  if (saved.is === "changed")
    return answer(
      {
        typed,
        version: saved.theirs.version,
        errors: { changed: `${saved.theirs.savedBy} changed this answer too. Nothing was overwritten: both are below` },
        saved: false,
        theirs: saved.theirs,
      },
      409,
    );
  const then = form.get("then");
  if (then === "evidence") return redirect(paths.criterionEvidence(params.id!, params.criterion!));
  if (then === "talk") return redirect(paths.comments(params.id!, params.criterion!));
  if (then === "later") return redirect(paths.assessment(params.id!));
  const unseen = form.get("warned") === "yes" ? {} : saved.warnings;
  if (Object.keys(unseen).length > 0) return answer({ typed, version: saved.version, errors: { ...saved.missing, ...unseen }, saved: true, warned: true }, 422);
  if (Object.keys(saved.missing).length > 0) return answer({ typed, version: saved.version, errors: saved.missing, saved: true }, 422);
  return redirect(saved.next ? paths.criterion(params.id!, saved.next) : paths.check(params.id!));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded?.question.criterion.title ?? "Question") }];

export default function Criterion() {
  const came = useActionData<typeof action>();
  const [answered, refused] = came && "refused" in came ? [undefined, came.refused] : [came, undefined];
  return <QuestionPage {...useLoaderData<typeof loader>()} answered={answered} refused={refused} />;
}
