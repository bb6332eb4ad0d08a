import { lockDetails } from "~/review/privacy/lock-details.server";
import type { Group } from "./groups";
import type { Story } from "./player";
import { done, type World } from "./world";

const RC = "referral-capacity";
type At = (daysAgo: number, hour?: number, minute?: number) => Date;
type Point = (name: string, path: string, words: string) => void;

/** Fourteen open cases on Sunil's desk, each a little further than the one before. */
export async function* deskStory(world: World, at: At, point: Point, group: Group, place: number): Story {
  const { actors } = world;
  const sent = 26 - place;
  yield at(70 - place, 10);
  const provider = await world.join(group);
  const draft = await world.start(provider, RC);
  await world.answer(provider, draft, RC, { papers: place < 4 });
  yield at(sent, 10, place);
  const caseId = await world.send(provider, draft, RC);
  yield at(sent - 1, 11, place);
  const second = place % 2 ? actors.asha! : actors.amara!;
  await world.assign(caseId, actors.sunil!, second);
  if (place === 13) {
    await world.tellTie(caseId, second, "I live two streets away, and have never been there.");
    point("case-tie", `/cases/${caseId}/interests`, "A reader’s tie, for Moira to allow or not");
    return; // declared by nobody yet
  }
  yield at(sent - 2, 12, place);
  await world.declareNone(caseId, actors.sunil!, second);
  if (place === 1 || place === 12) {
    yield at(sent - 2, 16, place);
    await world.tellOfTalk(caseId, actors.sunil!, ["RC-1.1"], "The organiser says that two people answer the telephone, and showed me the rota of this month.");
  }
  if (place === 12) {
    point("case-to-assess", `/cases/${caseId}`, "A case for Sunil to assess");
    return;
  }
  yield at(sent - 3, 14, place);
  if (place === 0) {
    await world.rate(provider, caseId, RC, actors.sunil!, { levels: { "RC-4.2": 1, "RC-3.4": 0 } });
    await world.rate(provider, caseId, RC, second, { mustHavesOnly: true });
    point("case-split", `/cases/${caseId}`, "A case on which two readers differ");
  } else if (place === 1) {
    await world.rate(provider, caseId, RC, actors.sunil!);
    await world.rate(provider, caseId, RC, second, { mustHavesOnly: true });
    yield at(sent - 5, 18);
    await world.findRight(provider, draft);
    point("case-to-decide", `/cases/${caseId}`, "A case that is ready to be decided");
  } else {
    await world.rate(provider, caseId, RC, actors.sunil!, { first: 13 - place });
  }
  if (place === 5) {
    yield at(1, 15, 20);
    done(
      await lockDetails(world.db, world.clock, actors.sunil!, {
        caseId,
        criterion: "RC-2.1",
        what: "answer",
        sorts: ["name"],
        place: "The first sentence: somebody may know who it is.",
      }),
    );
    point("locked", "/privacy", "Something locked because it may hold somebody’s details, for Leila");
  }
}
