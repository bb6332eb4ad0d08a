export type ClockMove = { ok: true; to: Date | "reset" } | { ok: false; expected: string };

const expected = "Expected an ISO date and time such as 2026-12-24T09:00:00Z, a step such as +31d or +2h, or reset.";
const hours = { h: 1, d: 24 } as const;
/** Further than this calendars stop meaning anything here. */
const latest = Date.UTC(2100, 0, 1);
const earliest = Date.UTC(2000, 0, 1);

/** Where the demo's clock is to go: an ISO moment, `+31d`, `+2h`, or `reset`. */
export function clockMove(text: string, now: Date): ClockMove {
  const wanted = text.trim();
  // In a form that is sent as a plain line, "+31d" arrives as " 31d": no sign means forward.
  if (wanted === "reset") return { ok: true, to: "reset" };
  const step = /^([+-]?\d{1,5})([hd])$/.exec(wanted);
  const to = step
    ? new Date(now.getTime() + Number(step[1]) * hours[step[2] as "h" | "d"] * 3_600_000)
    : /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/.test(wanted)
      ? new Date(wanted)
      : undefined;
  if (!step && !isCalendarDay(wanted.slice(0, 10))) return { ok: false, expected };
  if (!to || Number.isNaN(to.getTime()) || to.getTime() < earliest || to.getTime() > latest) return { ok: false, expected };
  return { ok: true, to };
}

/** JavaScript makes 30 February the 2nd of March; here it is no day. */
function isCalendarDay(day: string) {
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}
