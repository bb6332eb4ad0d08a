import { type Day, londonDay } from "~/platform/calendar";
import { type RecordKind, type RecordLine, recordKinds } from "./line";

export const linesPerPage = 100;
export type RecordDay = { day: Day; lines: RecordLine[] };
/** A page of the record, by its days. `kinds`: those there is something of. `of`: the one that is shown, or all of them but who looked. */
export type RecordView = { days: RecordDay[]; kinds: RecordKind[]; of: RecordKind | null; page: number; pages: number };

/** Lines by their London days, in the order they came. */
export function byDay(lines: readonly RecordLine[]): RecordDay[] {
  const days: RecordDay[] = [];
  for (const line of lines) {
    const day = londonDay(new Date(line.at));
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}

/** What happened without who looked, which would hide it. */
export const happened = (lines: readonly RecordLine[]): RecordLine[] => lines.filter(({ kind }) => kind !== "looks");

/** One page of lines; a page after the last is the last. */
export function recordView(lines: readonly RecordLine[], of: RecordKind | null, page: number): RecordView {
  const shown = of ? lines.filter(({ kind }) => kind === of) : happened(lines);
  const pages = Math.max(1, Math.ceil(shown.length / linesPerPage));
  const here = Math.min(page, pages);
  const kinds = recordKinds.filter((kind) => kind === of || lines.some((line) => line.kind === kind));
  return { days: byDay(shown.slice((here - 1) * linesPerPage, here * linesPerPage)), kinds, of, page: here, pages };
}
