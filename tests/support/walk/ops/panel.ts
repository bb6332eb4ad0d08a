import fc from "fast-check";
import type { Level } from "#standards/format";
import { declareOnPanel, sayOnPanel, seatPanel, writeDown } from "~/review/appeals/panel.server";
import { because } from "../../cases";
import { noon } from "../../clock";
import { appealIn, given, involved, levels, outcomeOf, standing, takesEffect, writtenIn } from "../appealed";
import type { Gained, Model, Walker } from "../model";
import { anybody, anyReason, enough, op } from "../op";

const moves = ["seat", "declare", "write down", "say"] as const;
type Input = { by: Walker; move: (typeof moves)[number]; three: [Walker, Walker, Walker]; words: string; level: Level | null; agrees: boolean };

const places = ["voluntary_sector", "gp_or_link_worker", "lay"] as const;
const panellists = ["hollis", "farah", "wendy"] as const;
const typed = (by: Walker, move: Input["move"], more: Partial<Input> = {}): Input => ({ by, move, three: [...panellists], words: because, level: null, agrees: true, ...more });

function near(model: Model): Input[] {
  const { state, panel } = model.appeal;
  const sitting = [...panel.values()];
  if (state === "with_panel" && sitting.length < 3)
    return (["mal", "moira", "moira", "amara", "insider"] as const).flatMap((by) => [typed(by, "seat"), typed(by, "seat", { three: ["hollis", "hollis", "devon"] })]);
  if (state === "with_panel")
    return sitting.flatMap(({ who, declared }) => (declared ? [] : [typed(who, "declare", { words: "None." }), typed("moira", "declare", { words: "none" })]));
  if (state !== "deliberating") return [];
  if (!model.appeal.written) return panellists.flatMap((by) => levels.map((level) => typed(by, "write down", { level })));
  return panellists.flatMap((by) => [typed(by, "say"), typed(by, "say"), typed(by, "say", { agrees: false })]);
}

function allows(model: Model, { by, move, three, words, agrees }: Input): boolean {
  const { appeal } = model;
  if (move === "seat") {
    const right = three.every((who) => model.has(who, "panel") && !appeal.conflicted.has(who)) && new Set(three).size === 3;
    const same = places.every((place, no) => appeal.panel.get(place)?.who === three[no]);
    const may = model.has(by, "moderator") && !model.ofProvider(by) && !involved(model, by) && appeal.answeredBy !== by;
    return ["with_panel", "deliberating"].includes(appeal.state) && may && right && !same;
  }
  const seat = appeal.seatOf(by);
  if (!seat) return false;
  if (move === "declare") return appeal.state === "with_panel" && words.trim() !== "";
  if (appeal.state !== "deliberating" || !seat.declared) return false;
  if (move === "write down") return enough(words);
  return appeal.written !== undefined && appeal.heard().filter((each) => !each).length < 2 && !appeal.voices.has(by) && (agrees || enough(words));
}

function apply(model: Model, { by, move, three, words, level, agrees }: Input): Gained[] {
  const { appeal } = model;
  const gained = (type: string, data: Gained["data"]): Gained => ({ by, type, of: "appeal", data });
  if (move === "seat") {
    const coming = places.flatMap((place, no) => (appeal.panel.get(place)?.who === three[no] ? [] : [{ place, who: three[no]! }]));
    for (const { place, who } of coming) {
      appeal.panel.set(place, { who, declared: false });
      appeal.everSeated.add(who);
    }
    appeal.state = "with_panel";
    return coming.map(({ place, who }) => gained("appeal.seated", { seat: place, person_id: who }));
  }
  if (move === "declare") {
    const conflict = !/^none\.?$/i.test(words.trim());
    const place = places.find((each) => appeal.panel.get(each)?.who === by)!;
    if (conflict) {
      appeal.panel.delete(place);
      appeal.conflicted.add(by);
    } else appeal.panel.set(place, { who: by, declared: true });
    if (appeal.panel.size === 3 && [...appeal.panel.values()].every(({ declared }) => declared)) appeal.state = "deliberating";
    return [gained("appeal.declared", { conflict })];
  }
  if (move === "write down") {
    const from = standing(model);
    appeal.written = { by, level, from };
    appeal.voices = new Map([[by, true]]);
    return [gained("appeal.written_down", { outcome: outcomeOf(from, level) })];
  }
  appeal.voices.set(by, agrees);
  const heard = appeal.heard();
  const final = heard.length === 3 && heard.filter(Boolean).length >= 2 && model.state === "decided";
  const said = gained("appeal.voiced", { agrees });
  if (!final) return [said];
  appeal.state = "closed";
  const { written } = appeal;
  return [...takesEffect(model, written!.by, written!.from, written!.level), said, { ...gained("appeal.closed", { why: "panel" }), by: "system:review" }];
}

export default op<Input>({
  name: "panel",
  arbitrary: fc.record({
    by: anybody,
    move: fc.constantFrom(...moves),
    three: fc.constantFrom<Input["three"]>(["hollis", "farah", "wendy"], ["farah", "hollis", "wendy"], ["hollis", "farah", "mal"]),
    words: fc.oneof(anyReason, fc.constantFrom("none", "None.", "My cousin works there")),
    level: fc.constantFrom(...levels),
    agrees: fc.boolean(),
  }),
  near,
  allows,
  apply,
  perform: async ({ db, caseId, actors }, { by, move, three, words, level, agrees }) => {
    const [actor, appealId] = [actors[by], await appealIn(db, caseId)];
    const [one, two, lay] = three.map((who) => actors[who].personId) as [string, string, string];
    if (move === "seat") return seatPanel(db, noon, actor, { appealId, choice: { voluntary_sector: one, gp_or_link_worker: two, lay } });
    if (move === "declare") return declareOnPanel(db, noon, actor, { appealId, words });
    if (move === "write down") return writeDown(db, noon, actor, { appealId, given: given(level, words) });
    return sayOnPanel(db, noon, actor, { appealId, answerId: await writtenIn(db, caseId), agrees, words });
  },
});
