import { addMonths, type Day } from "~/platform/calendar";

/** For so many months after their people have read a group's case nobody of that group reads theirs (Standard rules §C.5, no swaps). */
export const swapMonths = 12;

/** Whether reading now would be a swap: the provider's own people have read a case of the reader's own organisation, last on this day. That day of the month a year later still counts. */
export const isSwap = (lastRead: Day | null, today: Day): boolean => lastRead !== null && today <= addMonths(lastRead, swapMonths);
