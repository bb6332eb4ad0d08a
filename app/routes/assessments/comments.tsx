import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { askingWords } from "~/assessments/asking/words/asking-words";
import { CommentList } from "~/assessments/comment-list";
import { comment, commentsOn } from "~/assessments/comments.server";
import { questionFor } from "~/assessments/question.server";
import { refusalStatus, refusalWords } from "~/assessments/refusal-words";
import { assessmentWords } from "~/assessments/words/assessment-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { OwnText } from "~/standards/own-text";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { TextArea } from "~/ui/text-field";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const t = assessmentWords(languageOfBar(loaded));
  return [{ title: pageTitle(loaded ? t("comment.title_of", { title: loaded.title }) : t("comment.title")) }];
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const question = await questionFor(pool.db, clock, actor, params.id!, params.criterion!);
  if (!question) throw notFound();
  if (question === "first_questions") throw redirect(paths.assessmentFacts(params.id!));
  const { state, shown } = question;
  const comments = await commentsOn(pool.db, shown.assessmentId, shown.criterion.id);
  return {
    bar: workBar(actor, request),
    id: shown.assessmentId,
    criterion: shown.criterion.id,
    title: shown.criterion.title,
    textIn: shown.criterion.textIn,
    open: state === "draft",
    comments,
    newId: crypto.randomUUID(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const form = await readForm(request);
  const [id, words] = [String(form.get("id") ?? ""), String(form.get("words") ?? "")];
  const said = await comment(pool.db, clock, actor, { id, assessmentId: params.id!, criterion: params.criterion!, words });
  if (!said) throw notFound();
  if (said.ok) return redirect(paths.comments(params.id!, params.criterion!));
  const errors: FieldErrors = { words: said.why === "faulty" ? said.words : refusalWords(said.why, actor.language) };
  return data({ id, words, errors }, said.why === "faulty" ? 422 : refusalStatus(said.why));
}

export default function CommentsPage() {
  const { t, language } = useWords(assessmentWords);
  const { id, criterion, title, textIn, open, comments, newId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <div className="wm-prose">
      <BackLink href={paths.criterion(id, criterion)}>{askingWords(language)("question.back_to_it")}</BackLink>
      <ErrorSummary errors={sent?.errors ?? {}} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{t("comment.title")}</span> <OwnText textIn={textIn}>{title}</OwnText>
      </h1>
      <p>{t("comment.who")}</p>
      <CommentList comments={comments} />
      {open && (
        <Form>
          <input type="hidden" name="id" value={sent?.id ?? newId} />
          <TextArea name="words" label={t("comment.yours")} size="m" heading="h2" hint={t("comment.hint")} value={sent?.words} error={sent?.errors.words} />
          <Button>{t("comment.add")}</Button>
        </Form>
      )}
    </div>
  );
}
