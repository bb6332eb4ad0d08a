import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/session.server";
import { Answer, PrivateNote } from "~/assessments/answer";
import { askingWords } from "~/assessments/asking/words/asking-words";
import { keptFaults } from "~/assessments/kept-faults";
import { refusalStatus, refusalWords } from "~/assessments/refusal-words";
import { saveAnswer } from "~/assessments/save.server";
import { changedReply, problem, savedReply } from "~/assessments/save-reply.server";
import { personHeader } from "~/assessments/survey/send";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";

const Body = z.strictObject({ answer: Answer, privateNote: PrivateNote });
const IfMatch = z.string().regex(/^"\d{1,9}"$/);

/** Where the form in the browser saves itself: PUT with the version it was made from as If-Match, and whose page it is. */
export async function action({ request, params }: ActionFunctionArgs) {
  if (request.method !== "PUT") return problem(405, "This address only saves", "Use PUT");
  const actor = await requireActor(request);
  const from = request.headers.get(personHeader);
  if (from !== null && from !== actor.personId) return problem(409, "Not saved", askingWords(actor.language)("refused.other_person"));
  const basedOn = IfMatch.safeParse(request.headers.get("If-Match"));
  if (!basedOn.success) return problem(428, "Say which version this was made from", 'Send If-Match: "0" for the first');
  const body = Body.safeParse(await request.json().catch(() => undefined), keptFaults(actor.language));
  if (!body.success) return problem(422, "This is not an answer", body.error.issues[0]?.message);
  const saved = await saveAnswer(pool.db, clock, actor, { assessmentId: params.id!, criterion: params.criterion!, ...body.data, basedOn: Number(basedOn.data.slice(1, -1)) });
  if (!saved) return problem(404, "Not found");
  if (saved.ok) return savedReply(saved, body.data.answer, actor.language);
  if (saved.why === "changed_meanwhile") return changedReply(pool.db, actor, params.id!, saved.theirs);
  return problem(refusalStatus(saved.why), "Not saved", refusalWords(saved.why, actor.language));
}
