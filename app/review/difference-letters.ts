import type { Day } from "~/platform/calendar";
import { formatDay } from "~/ui/dates";
import { called, letter, type Teller } from "./letter";

/** The mails about ratings that differ: first to the two readers, then to the moderators. */

/** To the two readers. `until`: the last day on which it is theirs. */
export const differencesToTalkOver =
  (count: number, until: Day): Teller =>
  (about) =>
    letter(
      about,
      `${count === 1 ? "1 difference" : `${count} differences`} to talk over: ${about.provider}`,
      [
        `You have both read ${called(about)}. On ${count === 1 ? "one criterion, which is no must-have," : `${count} criteria, which are no must-haves,`} you are one level apart: Developing and Met.`,
        `Please talk it over, and each propose a level with a reason. The same level from both settles it. After ${formatDay(until)} a moderator does.`,
      ],
      "See both ratings",
    );

/** To the other reader. Says nothing of what was proposed. */
export const levelProposed =
  (criterion: string): Teller =>
  (about) =>
    letter(
      about,
      `A level is proposed for ${criterion}: ${about.provider}`,
      [`The other reader of ${called(about)} has proposed a level for ${criterion}. Do you agree?`],
      "See what they say",
    );

export const differencesToSettle =
  (count: number): Teller =>
  (about) =>
    letter(
      about,
      `${count === 1 ? "1 difference" : `${count} differences`} to settle: ${about.provider}`,
      [`Both readers of ${called(about)} are done. On ${count === 1 ? "one criterion" : `${count} criteria`} their ratings differ in a way that a moderator settles.`],
      "See both ratings",
    );
