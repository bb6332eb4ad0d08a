import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { CommentList } from "~/assessments/comment-list";
import { comment, commentsOn } from "~/assessments/comments.server";
import { questionFor } from "~/assessments/question.server";
import { refusalStatus, refusalWords } from "~/assessments/refusal-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { TextArea } from "~/ui/text-field";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `Talk about: ${loaded.title}` : "Talk about this question") }];

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
  const errors: FieldErrors = { words: said.why === "faulty" ? said.words : refusalWords(said.why) };
  return data({ id, words, errors }, said.why === "faulty" ? 422 : refusalStatus(said.why));
}

export default function CommentsPage() {
  const { id, criterion, title, open, comments, newId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <div className="wm-prose">
      <BackLink href={paths.criterion(id, criterion)}>Back to the question</BackLink>
      <ErrorSummary errors={sent?.errors ?? {}} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">Talk about this question</span> {title}
      </h1>
      <p>Only your group sees this. It is never sent, and assessors never read it.</p>
      <CommentList comments={comments} />
      {open && (
        <Form>
          <input type="hidden" name="id" value={sent?.id ?? newId} />
          <TextArea
            name="words"
            label="Your comment"
            size="m"
            heading="h2"
            hint="No names of people you support, and nothing about their health."
            value={sent?.words}
            error={sent?.errors.words}
          />
          <Button>Add your comment</Button>
        </Form>
      )}
    </div>
  );
}
