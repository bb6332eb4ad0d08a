import { z } from "zod";
import { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { refusalStatus } from "../refusal-status";
import { reasonWords } from "../refusal-words";
import type { AnswerGiven } from "./answer-given";
import { grounds, seats } from "./appeal";
import { appealRefusalWords, pointFaultWords, seatFaultWords } from "./appeal-words";
import { type AppealAnswered, answerAppeal, handBackAppeal, takeAppeal } from "./first-stage.server";
import { declareOnPanel, sayOnPanel, seatPanel, writeDown } from "./panel.server";
import type { PanelChoice } from "./panel-choice";

/** What was typed, by field, to be shown again. */
export type DeskTyped = Record<string, string>;
export type DeskAnswered = { ok: true } | { ok: false; status: number; typed: DeskTyped; errors: Record<string, string> };
export const typedOnDesk = (form: FormData): DeskTyped =>
  Object.fromEntries([...form].flatMap(([field, value]) => (typeof value === "string" ? [[field, value.slice(0, 10_000)]] : [])));

const Chosen = z.union([z.literal("stays").transform(() => null), z.coerce.number().pipe(Level)]);

/** The answer in the fields `level-RC-1.1`, `reason-RC-1.1`, `found-process`, `why-process` and `reason`. */
export function answerTyped(typed: DeskTyped): AnswerGiven {
  const named = Object.keys(typed).flatMap((field) => /^(?:level|reason)-(.+)$/.exec(field)?.[1] ?? []);
  const chosen = (field: string) => Chosen.safeParse(typed[field] || undefined).data;
  const said = (field: string) => (typed[field] === "yes" ? true : typed[field] === "no" ? false : undefined);
  return {
    levels: Object.fromEntries(named.map((id) => [id, { level: chosen(`level-${id}`), reason: typed[`reason-${id}`] ?? "" }])),
    findings: Object.fromEntries(grounds.map((ground) => [ground, { upheld: said(`found-${ground}`), reason: typed[`why-${ground}`] ?? "" }])),
    reason: typed.reason ?? "",
  };
}

/** Does what a form of the appeal's page asks for. Undefined when it is out of reach. */
export async function actOnAppeal(db: Db, clock: Clock, actor: Actor, appealId: string, form: FormData): Promise<DeskAnswered | undefined> {
  const typed = typedOnDesk(form);
  const wrong = (why: string, errors: Record<string, string>): DeskAnswered => ({ ok: false, status: refusalStatus(why), typed, errors });
  switch (typed.move) {
    case "take":
    case "hand_back": {
      const done = await (typed.move === "take" ? takeAppeal : handBackAppeal)(db, clock, actor, { appealId });
      return done && (done.ok ? done : wrong(done.why, { move: appealRefusalWords[done.why] }));
    }
    case "seat": {
      const choice = Object.fromEntries(seats.map((seat) => [seat, typed[seat] ?? ""])) as PanelChoice;
      const done = await seatPanel(db, clock, actor, { appealId, choice });
      if (!done || done.ok) return done;
      return wrong(done.why, done.why === "right_seats" ? each(done.faults, seatFaultWords) : { move: appealRefusalWords[done.why] });
    }
    case "declare": {
      const done = await declareOnPanel(db, clock, actor, { appealId, words: typed.conflict?.slice(0, 1000) ?? "" });
      if (!done || done.ok) return done && { ok: true };
      return wrong(done.why, { conflict: done.why === "nothing_typed" ? "Type none, or say what ties you to this group" : appealRefusalWords[done.why] });
    }
    case "say": {
      const [answerId = "", words = ""] = [typed.answer, typed.words];
      if (typed.agrees !== "yes" && typed.agrees !== "no") return wrong("", { agrees: "Say whether this is what you have come to" });
      const done = await sayOnPanel(db, clock, actor, { appealId, answerId, agrees: typed.agrees === "yes", words });
      if (!done || done.ok) return done && { ok: true };
      return wrong(done.why, { [done.why in reasonWords ? "words" : "agrees"]: sayWords[done.why as keyof typeof sayWords] });
    }
    default: {
      const given = answerTyped(typed);
      return answered(await (typed.move === "write_down" ? writeDown : answerAppeal)(db, clock, actor, { appealId, given }), wrong);
    }
  }
}

const sayWords = {
  ...appealRefusalWords,
  ...reasonWords,
  said_already: "You have said what you think of it",
  written_anew: "It was written anew since you opened this page. Read it again",
};

const each = <Fault extends string>(faults: Partial<Record<string, Fault>>, words: Record<Fault, string>) =>
  Object.fromEntries(Object.entries(faults).flatMap(([field, fault]) => (fault ? [[field, words[fault]]] : [])));

function answered(done: AppealAnswered | undefined, wrong: (why: string, errors: Record<string, string>) => DeskAnswered): DeskAnswered | undefined {
  if (!done || done.ok) return done;
  return wrong(done.why, done.why === "every_point" ? each(done.faults, pointFaultWords) : { reason: appealRefusalWords[done.why] });
}
