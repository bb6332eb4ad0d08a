import type { Actor } from "~/accounts/actor";
import type { UploadRead } from "~/evidence/upload.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { type Answered, answerInPlace } from "./answer-in-place.server";
import type { DeferralView, DeferredCriterion } from "./deferral.server";
import { addToDraft, takeOffDraft, writeWords } from "./deferral-draft.server";
import { deferralRefusal, deferralStatus } from "./deferral-words";

type Form = { view: DeferralView; one: DeferredCriterion; read: UploadRead; language: Language /** Nothing is kept yet: another language was chosen. */; later: boolean };

/** What was pressed on the page of one criterion: its words kept, a thing shown, or taken off again. Undefined when it is not the actor's. */
export function answerDeferral(db: Db, clock: Clock, actor: Actor, { view, one, language, ...form }: Form): Promise<Answered | undefined> {
  const which = { assessmentId: view.assessmentId, criterion: one.criterion.id };
  return answerInPlace(db, clock, actor, {
    ...form,
    language,
    organisationId: view.organisationId,
    criterion: one.criterion,
    saidOf: (refused: Parameters<typeof deferralRefusal>[0]) => ({ words: deferralRefusal(refused, language), status: deferralStatus(refused) }),
    draft: {
      write: (words) => writeWords(db, clock, actor, { ...which, words }),
      add: (item) => addToDraft(db, clock, actor, { ...which, item }),
      takeOff: (at) => takeOffDraft(db, clock, actor, { ...which, ...at }),
    },
  });
}
