import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { factLabels } from "../facts.server";
import { versionPage } from "../version-page";
import { type Comment, commentsOn } from "./comments.server";
import type { Differing } from "./differences";
import type { Draft } from "./draft";
import { changesIn } from "./draft-view.server";
import { examine } from "./examine.server";
import { consultedDraft } from "./find-draft.server";
import { titlesOf } from "./titles.server";

/** `open`: comments are taken. `over`: the last day has passed. `rewriting`: taken back after what was said. `published`: it is a version now. */
export type ConsultationStands = "open" | "over" | "rewriting" | "published";
export type Consultation = {
  standardKey: string;
  version: string;
  title: string;
  titleIn: Language;
  from: string;
  stands: ConsultationStands;
  until: Day | null;
  comments: Comment[];
  differing: Differing[];
  changes: { what: string; reason: string; whatToDo: string }[];
  /** The proposed text; not while it is being written again. */
  text: ReturnType<typeof versionPage> | undefined;
};

/** A version that was put to its readers, as everybody may read it: our words in a language, its own in English. Undefined where there never was one of this number. */
export async function consultationOf(db: Db, clock: Clock, key: string, version: string, language: Language = "en"): Promise<Consultation | undefined> {
  const draft = await consultedDraft(db, key, version);
  if (!draft) return undefined;
  const { base, checked, differing } = await examine(db, draft, language);
  const { title, textIn } = await titlesOf(db, draft, language);
  const stands = standsAs(draft, londonDay(clock.now()));
  const settled = stands !== "rewriting";
  return {
    standardKey: key,
    version,
    title,
    titleIn: textIn,
    from: base.version,
    stands,
    until: draft.consultationEndsOn,
    comments: await commentsOn(db, draft.id),
    differing: settled ? differing : [],
    changes: settled ? changesIn(draft).map(({ what = "", reason = "", what_to_do = "" }) => ({ what, reason, whatToDo: what_to_do })) : [],
    text: settled && checked.version ? versionPage(checked.version.standard, factLabels(language), language) : undefined,
  };
}

/** The same as far as somebody needs it who wants to say something. */
export async function consultationToComment(db: Db, clock: Clock, key: string, version: string, language: Language = "en") {
  const draft = await consultedDraft(db, key, version);
  if (!draft) return undefined;
  const { title, textIn, criteria } = await titlesOf(db, draft, language);
  return { standardKey: key, version, title, titleIn: textIn, open: standsAs(draft, londonDay(clock.now())) === "open", criteria };
}

function standsAs({ state, consultationEndsOn }: Draft, today: Day): ConsultationStands {
  if (state === "published") return "published";
  if (state !== "consultation") return "rewriting";
  return consultationEndsOn !== null && consultationEndsOn >= today ? "open" : "over";
}
