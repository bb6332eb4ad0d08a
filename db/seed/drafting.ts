import { addDays, londonDay } from "~/platform/calendar";
import { paths } from "~/platform/paths";
import { comment } from "~/standards/drafting/comments.server";
import { changesPath } from "~/standards/drafting/draft";
import { findDraft } from "~/standards/drafting/find-draft.server";
import { openConsultation } from "~/standards/drafting/move.server";
import { startDraft } from "~/standards/drafting/start.server";
import { criterionPath } from "~/standards/drafting/version-files";
import { markOf, writeFile } from "~/standards/drafting/write.server";
import { type Edit, editYaml } from "~/standards/drafting/yaml-text";
import type { Story } from "./player";
import { done, type World } from "./world";

const AS = "activities-and-services";
const version = "1.1.0";

const wordings: Record<string, Edit[]> = {
  "AS-1.2": [
    {
      path: ["statement"],
      value: "Before the first session, or at it, you ask each person what they need to take part safely. You agree together what you will do.",
    },
  ],
  "AS-3.1": [
    {
      path: ["good"],
      value: "A named welcomer. A call or text before the first visit, or a short video of the way in. A chat at the end. A friendly message if someone does not come back.",
    },
  ],
};
const changes = [
  {
    type: "editorial",
    criteria: ["AS-1.2"],
    what: "The same thing in two shorter sentences, and it now says that you ask each person.",
    reason: "Groups told us that they read the old sentence twice.",
    what_to_do: "Nothing. Your answer stays as it is.",
  },
  {
    type: "guidance",
    criteria: ["AS-3.1"],
    what: "What good looks like names a short video of the way in.",
    reason: "Several groups make one, and new people say that it helps them through the door.",
    what_to_do: "Nothing. Your answer stays as it is.",
  },
];

/** Edith writes two wordings more plainly and asks the readers; two of them answer. */
export async function* newWordings(world: World, at: (daysAgo: number, hour?: number, minute?: number) => Date, point: (name: string, path: string, words: string) => void): Story {
  const { db, clock, actors } = world;
  const edith = actors.edith!;
  yield at(16, 10);
  const { draftId } = done(await startDraft(db, clock, edith, { key: AS, part: "minor" }));
  const write = async (path: string, edits: Edit[]) => {
    const text = (await findDraft(db, draftId))!.files[path];
    done(await writeFile(db, clock, edith, { draftId, path, madeFrom: markOf(text), text: editYaml(text, edits) }));
  };
  for (const [id, edits] of Object.entries(wordings)) await write(criterionPath(id), edits);
  await write(changesPath, [{ path: ["changes"], value: changes }]);
  yield at(14, 9);
  done(await openConsultation(db, clock, edith, { draftId, until: addDays(londonDay(clock.now()), 42) }));
  yield at(9, 20);
  const say = async (who: string, criterion: string, words: string) => done(await comment(db, clock, actors[who]!, { key: AS, version, criterion, words }));
  await say("pat", "AS-1.2", "Much easier to read out at our gate. Could it also say that the answers stay private?");
  yield at(5, 12);
  await say("tomasz", "AS-3.1", "The people I bring along always ask what the door looks like. A photo does it too, not only a video.");
  point("standard-in-consultation", paths.consultation(AS, version), "Activities and services 1.1.0, in consultation, with two comments");
}
