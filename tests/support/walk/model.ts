import type { Level } from "#standards/format";
import type { SchemeRole } from "~/accounts/actor";
import { score } from "~/standards/score";
import { all, mustHaves, small } from "../cases";
import type { CastName } from "../people";

type Role = { as: CastName; roles: readonly SchemeRole[]; ofProvider?: "admin" | "member" };
/** Some have several roles, one is a moderator and decision-maker who belongs to the provider, some have nothing to do with it. */
export const walkers = {
  sunil: { as: "sunil", roles: ["assessor"] },
  amara: { as: "amara", roles: ["assessor", "moderator", "decider"] },
  asha: { as: "asha", roles: ["assessor"] },
  moira: { as: "moira", roles: ["moderator", "decider"] },
  devon: { as: "devon", roles: ["decider"] },
  pat: { as: "pat", roles: [], ofProvider: "admin" },
  insider: { as: "dee", roles: ["moderator", "decider"], ofProvider: "member" },
  ruth: { as: "ruth", roles: [] },
  edith: { as: "edith", roles: ["editor"] },
  mal: { as: "mal", roles: ["moderator"] },
  hollis: { as: "hollis", roles: ["panel"] },
  farah: { as: "farah", roles: ["panel"] },
  wendy: { as: "wendy", roles: ["panel"] },
} as const satisfies Record<string, Role>;
export type Walker = keyof typeof walkers;
export const walkerNames = Object.keys(walkers) as Walker[];
export const assessors = ["sunil", "amara", "asha"] as const satisfies Walker[];

export const seats = ["assessor", "second_reader"] as const;
export type Seat = (typeof seats)[number];

/** An event that the audit trail must have gained: people by their names here, `of` what it happened to. */
export type Gained = { by: Walker | "system:review"; type: string; of: "case" | "assessment" | "provider" | "person" | "appeal"; data: Record<string, unknown> };

/** The one appeal there can be, as plain reading of the rules has it. */
export class Appeal {
  state: "none" | "drafting" | "sent" | "taken" | "answered" | "with_panel" | "deliberating" | "closed" | "withdrawn" = "none";
  /** Who settled anything before it was sent. */
  settledBefore = new Set<Walker>();
  judge: Walker | undefined;
  answeredBy: Walker | undefined;
  /** Who sits where, and whether they have said “none”; and everybody who ever did, and who has a conflict. */
  panel = new Map<string, { who: Walker; declared: boolean }>();
  everSeated = new Set<Walker>();
  conflicted = new Set<Walker>();
  written: { by: Walker; level: Level | null; from: Level } | undefined;
  voices = new Map<Walker, boolean>();
  /** It has changed a level: the case was opened again. Who had decided until then. */
  reopened = false;
  decidedBefore = new Set<Walker>();

  seatOf = (who: Walker) => [...this.panel.values()].find((each) => each.who === who);
  heard = () => [...this.voices].filter(([who]) => this.seatOf(who)).map(([, agrees]) => agrees);
  /** Whoever judged or answered is not to decide it anew. */
  hasJudged = (who: Walker) => this.judge === who || this.everSeated.has(who) || this.decidedBefore.has(who);
}

/** The case as plain reading of the rules has it: written anew here, and not taken from the move table. */
export class Model {
  state = "waiting";
  readers: Partial<Record<Seat, { who: Walker; declared: boolean /** Has told of a tie; a moderator has still to allow it. */; told?: boolean; waits?: boolean }>> = {};
  conflicted = new Set<Walker>();
  /** The provider has objected to a reader, and nobody has answered yet. */
  objected = false;
  /** Whom a tie to the provider bars, and whom one brings near. */
  tied = new Set<Walker>();
  near = new Set<Walker>();
  /** Those against whom an objection was upheld. */
  unwanted = new Set<Walker>();
  rated: { by: Walker; seat: Seat | "earlier"; criterion: string; level: Level | null; reason: string }[] = [];
  /** The provider has still to answer what it was asked. */
  awaited = false;
  settled = new Map<string, { by: Walker; level: Level }>();
  settlers = new Set<Walker>();
  /** Third ratings, by criterion. */
  thirds = new Map<string, { by: Walker; level: Level }>();
  thirdRaters = new Set<Walker>();
  /** What is written for a deferral and not sent, and what was put off: opened again once that is sent. */
  answered = new Set<string>();
  deferred: string[] | undefined;
  /** Who has said that theirs may go on, after how many ratings of their seat; and how many there were. */
  recommended: Partial<Record<Seat, { who: Walker; after: number }>> = {};
  given: Record<Seat, number> = { assessor: 0, second_reader: 0 };
  /** The provider has had the draft report, and what it has noted in it and not sent. */
  checked = false;
  noted = new Set<string>();
  /** What is rated anew, once it was opened again. */
  opened: readonly string[] | undefined;
  /** Since it was opened again: what stood then of everything else, by seat and criterion. */
  stands: Map<string, { level: Level | null; reason: string }> | undefined;

  /** Everybody who was ever chosen to read it, and who ever decided it, also to put it off. */
  chosen = new Set<Walker>();
  deciders = new Set<Walker>();
  appeal = new Appeal();

  isBeingRead = () => ["waiting", "declaring", "assessing"].includes(this.state);
  isOver = () => this.state === "decided" || this.state === "withdrawn";
  has = (who: Walker, role: SchemeRole) => (walkers[who].roles as readonly SchemeRole[]).includes(role);
  ofProvider = (who: Walker) => "ofProvider" in walkers[who];
  hasRated = (who: Walker) => this.thirdRaters.has(who) || this.rated.some(({ by }) => by === who);
  seatOf = (who: Walker) => seats.find((seat) => this.readers[seat]?.who === who);
  declared = (who: Walker) => seats.some((seat) => this.readers[seat]?.who === who && this.readers[seat]?.declared);
  /** The newest rating that counts: by whoever has the seat now. */
  latest = (seat: Seat, criterion: string) =>
    this.stands?.get(`${seat} ${criterion}`) ?? this.rated.findLast((each) => each.seat === seat && each.criterion === criterion && each.by === this.readers[seat]?.who);

  /** What a moderator has to settle: must-haves that differ across Met, or by more than one. */
  open() {
    return mustHaves.filter((id) => {
      const [lower, higher] = this.between(id);
      return !this.settled.has(id) && (higher - lower > 1 || (lower === 1 && higher === 2));
    });
  }
  /** The two levels of a must-have that both have rated, the lower first. */
  between(criterion: string): [Level, Level] {
    const [one, other] = [this.latest("assessor", criterion)!.level!, this.latest("second_reader", criterion)!.level!];
    return one < other ? [one, other] : [other, one];
  }

  /** The must-haves in the way, where the outcome is that the decision is put off: for the tests of `score` to say. */
  putsOff(): string[] | undefined {
    const ratings: Record<string, Level> = Object.fromEntries(mustHaves.map((id): [string, Level] => [id, this.settled.get(id)?.level ?? this.between(id)[0]]));
    const other = this.latest("assessor", "MU-2.1")!.level;
    const scored = score(small, { facts: {}, ratings: other === null ? ratings : { ...ratings, "MU-2.1": other }, na_claims: other === null ? { "MU-2.1": "accepted" } : {} });
    return scored.outcome === "deferred" && !this.deferred ? scored.criteria : undefined;
  }
  /** What was put off is rated anew, and nothing else. */
  openAgain(criteria: readonly string[]) {
    const kept = seats.flatMap((seat) => all.flatMap((id) => (criteria.includes(id) ? [] : [[`${seat} ${id}`, this.latest(seat, id)] as const])));
    this.stands = new Map(kept.flatMap(([key, rating]) => (rating ? [[key, rating]] : [])));
    this.rated = this.rated.map((each) => (criteria.includes(each.criterion) ? { ...each, seat: "earlier" } : each));
    for (const id of criteria) {
      this.settled.delete(id);
      this.thirds.delete(id);
    }
    this.opened = criteria;
    this.recommended = {};
  }
  isOpen = (criterion: string) => !this.opened || this.opened.includes(criterion);

  /** Whether everything of a seat is rated. */
  allRated = (seat: Seat) => (seat === "assessor" ? all : mustHaves).every((id) => this.latest(seat, id));
  /** Whether a seat is done: who has it has said so and rated nothing since, or there is nothing for it to rate. */
  done = (seat: Seat) => {
    const said = this.recommended[seat];
    const open = (seat === "assessor" ? all : mustHaves).some(this.isOpen);
    return !open || (said !== undefined && said.who === this.readers[seat]?.who && said.after === this.given[seat]);
  };

  /** From one state to another; said in the audit trail where it is another. */
  move(by: Gained["by"], name: string, to: string): Gained[] {
    const from = this.state;
    this.state = to;
    return from === to ? [] : [{ by, type: "case.moved", of: "case", data: { move: name, from, to } }];
  }
  /** What the case does by itself. */
  carryOn(): Gained[] {
    const near = this.isBeingRead() ? seats.filter((seat) => this.readers[seat]?.declared && !this.readers[seat].told && this.near.has(this.readers[seat].who)) : [];
    for (const seat of near) Object.assign(this.readers[seat]!, { told: true, waits: true });
    if (near.length > 0)
      return [...near.map((part): Gained => ({ by: "system:review", type: "case.tie_told", of: "case", data: { part, kind: "lives_nearby" } })), ...this.carryOn()];
    const lost = this.isBeingRead() ? seats.filter((seat) => this.readers[seat] && this.tied.has(this.readers[seat].who)) : [];
    for (const seat of lost) delete this.readers[seat];
    if (lost.length > 0)
      return [
        ...this.move("system:review", "lose_reader", "waiting"),
        ...lost.map((part): Gained => ({ by: "system:review", type: "case.reader_lost", of: "case", data: { part } })),
        ...this.carryOn(),
      ];
    const next = this.next();
    return next ? [...this.move("system:review", ...next), ...this.carryOn()] : [];
  }
  private next(): [name: string, to: string] | undefined {
    if (this.objected && this.isBeingRead()) return undefined;
    const waits = seats.some((seat) => this.readers[seat]?.waits);
    if (waits && this.isBeingRead()) return undefined;
    if (this.state === "declaring" && seats.every((seat) => this.readers[seat]?.declared)) return ["begin", "assessing"];
    if (this.state === "assessing" && !this.awaited && seats.every(this.allRated) && seats.every(this.done))
      return this.open().length > 0 ? ["differ", "moderating"] : ["agree", "deciding"];
    if (this.state === "moderating" && this.open().length === 0) return ["settled", "deciding"];
    if (this.state === "deciding" && !this.checked) return ["send_report", "checking"];
    return undefined;
  }
  /** Whether their own tie to the provider has to be allowed before they rate on. */
  waits = (who: Walker) => seats.some((seat) => this.readers[seat]?.who === who && this.readers[seat]?.waits);
  leave(who: Walker): Gained[] {
    const part = this.seatOf(who)!;
    delete this.readers[part];
    return [...this.move(who, "step_aside", "waiting"), { by: who, type: "case.stepped_aside", of: "case", data: { part } }];
  }
}
