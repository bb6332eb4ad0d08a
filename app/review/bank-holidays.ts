import type { Day } from "~/platform/calendar";

/** Of England and Wales, which share them. */
const englandAndWales: readonly Day[] = [
  ...["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28"],
  ...["2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28"],
  ...["2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28", "2028-12-25", "2028-12-26"],
];

/** Those, and the days of St Patrick and of the Battle of the Boyne. */
const northernIreland: readonly Day[] = [...englandAndWales, "2026-03-17", "2026-07-13", "2027-03-17", "2027-07-12", "2028-03-17", "2028-07-12"].sort();

/** No Easter Monday; 2 January, St Andrew's Day, another August; in 2026 also the day proclaimed for 15 June. */
const scotland: readonly Day[] = [
  ...["2026-01-01", "2026-01-02", "2026-04-03", "2026-05-04", "2026-05-25", "2026-06-15", "2026-08-03", "2026-11-30", "2026-12-25", "2026-12-28"],
  ...["2027-01-01", "2027-01-04", "2027-03-26", "2027-05-03", "2027-05-31", "2027-08-02", "2027-11-30", "2027-12-27", "2027-12-28"],
  ...["2028-01-03", "2028-01-04", "2028-04-14", "2028-05-01", "2028-05-29", "2028-08-07", "2028-11-30", "2028-12-25", "2028-12-26"],
];

/** Bank holidays by nation, as announced, in order; days in lieu included. A year that is not listed has none here: add it when it is announced. */
export const bankHolidays = { england: englandAndWales, wales: englandAndWales, scotland, northern_ireland: northernIreland };

/** Where a provider is: its working days are those that count. */
export type Nation = keyof typeof bankHolidays;
