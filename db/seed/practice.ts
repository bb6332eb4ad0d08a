import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { addDays, londonDay } from "~/platform/calendar";
import { makeCalibration } from "~/review/calibration/make.server";
import { rateInvented } from "~/review/calibration/rate.server";
import { noteDiscussion } from "~/review/calibration/reveal.server";
import { askForReview } from "~/review/reliability/guidance.server";
import { reportQuarter } from "~/review/reliability/report.server";
import { latestVersions } from "~/standards/versions.server";
import type { Story } from "./player";
import { done, ticksFor, type World } from "./world";

type At = (daysAgo: number, hour?: number, minute?: number) => Date;
type Point = (name: string, path: string, words: string) => void;
/** Level and reason by criterion. */
type Said = Record<string, [level: Level, reason: string]>;

const sunilSays: Said = {
  "RC-1.1": [1, "Two ways in, and the phone was answered. The e-mail took four working days where they say three, so one test is not met."],
  "RC-3.3": [2, "Seven of nine within ten working days, and three tries. The two late ones were in a break that they had announced."],
  "RC-3.4": [1, "The policy was adopted two years ago. They checked the numbers in October; I do not count that as a review."],
};
const amaraSays: Said = {
  "RC-1.1": [2, "Both ways work, and the parish office takes messages. One e-mail a day late does not outweigh nine calls of eleven in time."],
  "RC-3.3": [1, "Seven of nine is 78 %, and for fewer than ten it has to be all but one. A break that was announced is still a wait."],
  "RC-3.4": [2, "A lead, a deputy who has agreed, and the committee went through the policy in October, by its minutes."],
};
const ashaSays: Said = {
  "RC-1.1": [1, "Our own e-mail was answered on the fourth day. The test asks for the time they state."],
  "RC-3.3": [1, "Two of nine took longer than the ten days they publish. The rule allows one."],
  "RC-3.4": [2, "Looked at again in October, with a number put right: that is a review in the last twelve months."],
};

/** Two rounds on an invented group, one talked over and one still open; a criterion whose guidance is being looked at; and the figures of the last quarter. */
export async function* practiceStory(world: World, at: At, point: Point): Story {
  const { db, clock } = world;
  const { sunil, amara, asha, moira } = world.actors as Record<string, Actor>;
  const round = async (criteria: string[], readers: Actor[], days: number) =>
    done(
      await makeCalibration(db, clock, moira!, {
        invented: "larkfield-repair-shed",
        criteria,
        readers: readers.map(({ personId }) => personId),
        closesOn: addDays(londonDay(clock.now()), days),
      }),
    ).id;

  yield at(33, 9);
  const version = (await latestVersions(db, londonDay(clock.now()))).find(({ standard }) => standard.key === "referral-capacity")!;
  const say = async (id: string, reader: Actor, said: Said) => {
    for (const [criterion, [level, reason]] of Object.entries(said)) {
      const about = version.standard.criteria.find((each) => each.id === criterion)!;
      done(await rateInvented(db, clock, reader, { id, criterion, level, ticks: ticksFor(about, level), reason }));
    }
  };
  const shown = await round(Object.keys(sunilSays), [sunil!, amara!, asha!], 14);
  yield at(31, 20);
  await say(shown, sunil!, sunilSays);
  yield at(29, 12);
  await say(shown, amara!, amaraSays);
  yield at(26, 16);
  await say(shown, asha!, ashaSays);
  yield at(24, 17);
  const words =
    "We agreed to count days first and reasons second: a stated time is kept or it is not. On the policy we could not agree what a review is, so I have asked for its words to be looked at.";
  done(await noteDiscussion(db, clock, moira!, { id: shown, words }));
  point("calibration-shown", `/calibration/${shown}`, "A round of practising together, with everybody’s ratings");
  done(
    await askForReview(db, clock, moira!, {
      versionId: version.id,
      criterion: "RC-3.4",
      reason: "Three readers could not agree whether checking the telephone numbers is a review of the policy.",
    }),
  );
  yield at(3, 9);
  const open = await round(["RC-1.2", "RC-2.4", "RC-4.2"], [sunil!, amara!], 14);
  yield at(2, 15);
  await say(open, amara!, { "RC-4.2": [1, "In date, and volunteers are covered. The stall at the market, which they list, is not on the schedule."] });
  point("calibration-open", `/calibration/${open}`, "A round of practising together that is still open");
  yield at(1, 6);
  await reportQuarter(db, clock);
}
