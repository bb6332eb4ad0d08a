import type { Actor } from "~/accounts/actor";
import type { UploadRead } from "~/evidence/upload.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { type Answered, answerInPlace } from "~/review/answer-in-place.server";
import { answerRefusal, answerRefusalStatus } from "./answer-words";
import { addToAnswer, takeOffAnswer, writeAnswer } from "./draft-answer.server";
import type { Which } from "./hold-asked.server";
import type { OwnAnswer } from "./own-answer";
import { sendAnswer } from "./send-answer.server";

type Form = { view: OwnAnswer; which: Which; read: UploadRead; language: Language /** Nothing is kept yet: another language was chosen. */; later: boolean };

/** What was pressed on the page of one condition or top-up: something drafted, or all of it sent. Undefined when it is not the actor's. */
export async function answerMarkForm(db: Db, clock: Clock, actor: Actor, { view, which, language, ...form }: Form): Promise<Answered | undefined> {
  if (form.read.ok && form.read.upload.fields.get("move") === "send") {
    const sent = await sendAnswer(db, clock, actor, which);
    return !sent || sent.ok ? sent : { ok: false, status: answerRefusalStatus(sent), errors: { send: answerRefusal(sent, language) } };
  }
  return answerInPlace(db, clock, actor, {
    ...form,
    language,
    organisationId: view.organisationId,
    criterion: view.criterion,
    saidOf: (refused: Parameters<typeof answerRefusal>[0]) => ({ words: answerRefusal(refused, language), status: answerRefusalStatus(refused) }),
    draft: {
      write: (words) => writeAnswer(db, clock, actor, which, words),
      add: (item) => addToAnswer(db, clock, actor, which, item),
      takeOff: (at) => takeOffAnswer(db, clock, actor, which, at),
    },
  });
}
