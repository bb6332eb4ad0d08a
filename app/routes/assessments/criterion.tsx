import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorOf, notFound, requireActor } from "~/accounts/session.server";
import { AnswerEditor } from "~/assessments/answer-editor";
import { typedFrom, typedOf } from "~/assessments/answer-form";
import { questionFor } from "~/assessments/question.server";
import { ChangedMeanwhile, PlainForm, QuestionTop, ReadOnlyAnswer, SavedUnfinished } from "~/assessments/question-page";
import { refusalStatus, refusalWords } from "~/assessments/refusal-words";
import { saveTyped } from "~/assessments/save-typed.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { ErrorSummary } from "~/ui/error-summary";
import type { PageHandle } from "~/ui/page-handle";
import type { SignedOutProps } from "~/ui/signed-out";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true, hydrate: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const question = await questionFor(pool.db, clock, actor, params.id!, params.criterion!);
  if (!question) throw notFound();
  if (question === "first_questions") throw redirect(paths.assessmentFacts(params.id!));
  const { state, days, shown } = question;
  return { bar: workBar(actor, request), state, days, personId: actor.personId, question: shown };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request);
  const typed = typedFrom(form);
  // A form of ours from somebody whose session has ended: what was typed is handed back, not dropped on the way to the sign-in page.
  if (form.has("version") && !(await actorOf(request))) throw data(keptForm(params, form), 401);
  const actor = await requireActor(request);
  const version = Number(form.get("version")) || 0;
  const saved = await saveTyped(pool.db, clock, actor, { assessmentId: params.id!, criterion: params.criterion!, typed, basedOn: version });
  const question = await questionFor(pool.db, clock, actor, params.id!, params.criterion!);
  if (!saved || !question || question === "first_questions") throw notFound();
  if (saved.is === "faulty") return data({ is: "wrong" as const, typed, version, errors: saved.errors, saved: false }, 422);
  if (saved.is === "refused") return data({ is: "wrong" as const, typed, version, errors: { answer: refusalWords(saved.why) }, saved: false }, refusalStatus(saved.why));
  if (saved.is === "changed") return data({ is: "changed" as const, typed, version: saved.theirs.version, theirs: saved.theirs }, 409);
  const then = form.get("then");
  if (then === "evidence") return redirect(paths.criterionEvidence(params.id!, params.criterion!));
  if (then === "later") return redirect(paths.assessment(params.id!));
  if (Object.keys(saved.missing).length > 0) return data({ is: "wrong" as const, typed, version: saved.version, errors: saved.missing, saved: true }, 422);
  return redirect(question.shown.next ? paths.criterion(params.id!, question.shown.next) : paths.check(params.id!));
}

function keptForm(params: ActionFunctionArgs["params"], form: FormData): SignedOutProps {
  const address = paths.criterion(params.id!, params.criterion!);
  return { signIn: paths.signIn(address), address, fields: [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : [])) };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded?.question.criterion.title ?? "Question") }];

export default function CriterionPage() {
  const { question, state, days, personId } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { assessmentId: id, criterion } = question;
  const here = paths.criterion(id, criterion.id);
  if (state !== "draft")
    return (
      <>
        <QuestionTop question={question} />
        <ReadOnlyAnswer question={question} sent={state === "submitted"} />
      </>
    );
  const { answer, privateNote, version, lastSaved, files } = question;
  const plain = (
    <PlainForm
      question={question}
      typed={answered?.typed ?? typedOf({ answer, privateNote })}
      errors={answered?.is === "wrong" ? answered.errors : {}}
      version={answered?.version ?? version}
    />
  );
  const addresses = {
    save: paths.answer(id, criterion.id),
    upload: paths.assessmentFiles(id),
    next: question.next ? paths.criterion(id, question.next) : paths.check(id),
    list: paths.assessment(id),
    signIn: paths.signIn(here),
  };
  return (
    <>
      {answered?.is === "wrong" && (answered.saved ? <SavedUnfinished errors={answered.errors} /> : <ErrorSummary errors={answered.errors} />)}
      <QuestionTop question={question} />
      {answered?.is === "changed" && (
        <ChangedMeanwhile question={question} by={answered.theirs.savedBy} theirs={answered.theirs.answer} privateNote={answered.theirs.privateNote} files={files} />
      )}
      {answered ? (
        plain
      ) : (
        <AnswerEditor criterion={criterion} days={days} held={{ answer, privateNote, version, lastSaved }} files={files} personId={personId} addresses={addresses}>
          {plain}
        </AnswerEditor>
      )}
    </>
  );
}
