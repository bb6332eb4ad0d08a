/** The changes that a group tells us of within ten working days (Marks §C.2), in one table. What is not in it cannot be told. */
import type { Day } from "~/platform/calendar";
import type { Nation } from "~/review/bank-holidays";
import { type ClockName, lastDay } from "~/review/clocks";
import { addWorkingDays } from "~/review/working-days";

type Kind = {
  /** What it says of itself anew with it. From these follows what is newly asked of its marks. */
  facts: readonly string[];
  /** Somebody may not be safe: looked at within one working day, not ten. */
  urgent?: true;
  /** It may say which entry in a register it has lost with it. */
  entry?: true;
};

export const circumstances = {
  safeguarding_lead: { facts: ["safeguarding_lead_exists"], urgent: true },
  insurance: { facts: ["insurance_expiry"], urgent: true },
  serious_incident: { facts: [], urgent: true },
  data_breach: { facts: [], urgent: true },
  legal_action: { facts: [], urgent: true, entry: true },
  home_visits: { facts: ["home_visits", "meets_alone_in_community"] },
  regulated_service: { facts: ["regulated_service_types"], urgent: true, entry: true },
  new_site_or_activity: { facts: [] },
  merger_or_closure: { facts: [] },
  funding: { facts: ["funded_until_band"] },
} as const satisfies Record<string, Kind>;

export type CircumstanceKind = keyof typeof circumstances;
export const circumstanceKinds = Object.keys(circumstances) as CircumstanceKind[];
/** As it is kept: what was said at a check-in is looked at in the same way. */
export type ToldKind = CircumstanceKind | "check_in";
export const toldKinds = [...circumstanceKinds, "check_in"] as const satisfies readonly ToldKind[];

const table: Readonly<Record<CircumstanceKind, Kind>> = circumstances;
export const factsAskedWith = (kind: CircumstanceKind): readonly string[] => table[kind].facts;

export const asksForEntry = (kind: CircumstanceKind): boolean => table[kind].entry === true;

/** The clock by which a moderator looks at it. */
export const clockFor = (kind: ToldKind): Extract<ClockName, "circumstance" | "circumstance_urgent"> =>
  kind !== "check_in" && table[kind].urgent ? "circumstance_urgent" : "circumstance";

/** The last day on which a moderator looks at it in time. */
export const lookBy = ({ kind, toldAt }: { kind: ToldKind; toldAt: Date }, nation: Nation): Day => lastDay(clockFor(kind), toldAt, nation);

/** Working days a group has to tell us. */
const toldWithin = 10;

/** Whether it was told later than it should have been. It is taken all the same. */
export const toldLate = (happenedOn: Day, toldOn: Day, nation: Nation): boolean => toldOn > addWorkingDays(happenedOn, toldWithin, nation);

/** One change that a group has told us of. `looked`: what a moderator did about it. */
export type ToldChange = {
  id: string;
  kind: ToldKind;
  happenedOn: Day;
  toldOn: Day;
  by: string;
  words: string;
  late: boolean;
  lookBy: Day;
  looked: { by: string; on: Day; note: string } | null;
};
