import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Actor } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { chooseLanguage } from "~/accounts/choose-language.server";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { addEvidence } from "~/assessments/add-evidence.server";
import { askingWords } from "~/assessments/asking/words/asking-words";
import { EvidenceBody } from "~/assessments/evidence-page";
import { nothingTyped } from "~/assessments/evidence-typed";
import { type Question, questionFor } from "~/assessments/question.server";
import { refusalStatus, refusalWords } from "~/assessments/refusal-words";
import { unshowEvidence } from "~/assessments/show-evidence.server";
import { filesNamed } from "~/evidence/read.server";
import { readUpload } from "~/evidence/upload.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { OwnText } from "~/standards/own-text";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import { languageChosen } from "~/ui/language-buttons";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true, ownSwitch: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const t = askingWords(languageOfBar(loaded));
  return [{ title: pageTitle(loaded ? t("evidence.page_title", { title: loaded.question.criterion.title }) : t("evidence.title")) }];
};

type Params = LoaderFunctionArgs["params"];
async function ownQuestion(actor: Actor, params: Params): Promise<Question> {
  const question = await questionFor(pool.db, clock, actor, params.id!, params.criterion!);
  if (!question) throw notFound();
  if (question === "first_questions") throw redirect(paths.assessmentFacts(params.id!));
  if (question.state !== "draft") throw redirect(paths.criterion(params.id!, params.criterion!));
  return question;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { shown } = await ownQuestion(actor, params);
  const bar = workBar(actor, request);
  return { bar, switching: bar.switching!, question: shown };
}

const Removal = z.object({ move: z.literal("remove"), place: z.coerce.number().int().min(0), version: z.coerce.number().int().min(0) });

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { organisationId, shown } = await ownQuestion(actor, params);
  const here = { assessmentId: shown.assessmentId, criterion: shown.criterion };
  const read = await readUpload(request);
  const fields = read.ok ? read.upload.fields : read.why === "too_big" ? read.fields : new FormData();
  const removal = Removal.safeParse(Object.fromEntries(fields));
  if (removal.success) {
    const { place, version } = removal.data;
    const removed = await unshowEvidence(pool.db, clock, actor, { ...here, criterion: here.criterion.id, place, basedOn: version });
    if (!removed) throw notFound();
    if (!removed.ok)
      return data({ typed: nothingTyped, stored: undefined, errors: { shown: refusalWords(removed.why, actor.language) } as FieldErrors }, refusalStatus(removed.why));
    return redirect(paths.criterionEvidence(params.id!, params.criterion!));
  }
  const chosen = languageChosen(fields, "move");
  const added = await addEvidence(pool.db, clock, actor, {
    ...here,
    organisationId,
    awards: shown.awards,
    read,
    language: chosen ?? actor.language,
    later: chosen !== undefined,
  });
  if (!added) throw notFound();
  if (chosen) await chooseLanguage(pool.db, clock, actor, chosen);
  if (added.ok) return redirect(paths.criterionEvidence(params.id!, params.criterion!));
  const { typed, errors, status } = added;
  const stored = (await filesNamed(pool.db, organisationId, typed.stored ? [typed.stored] : [])).get(typed.stored);
  return data({ typed, stored, errors }, status);
}

export default function EvidencePage() {
  const { question, switching } = useLoaderData<typeof loader>();
  const { t } = useWords(askingWords);
  const { typed = nothingTyped, stored, errors = {} } = useActionData<typeof action>() ?? {};
  return (
    <div className="wm-prose">
      <BackLink href={paths.criterion(question.assessmentId, question.criterion.id)}>{t("question.back_to_it")}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l" id="shown" tabIndex={-1}>
        <span className="govuk-caption-l">{t("evidence.title")}</span> <OwnText textIn={question.criterion.textIn}>{question.criterion.title}</OwnText>
      </h1>
      <EvidenceBody question={question} switching={switching} typed={typed} stored={stored} errors={errors} />
    </div>
  );
}
