import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { changesPath, type Draft } from "~/standards/drafting/draft";
import { findDraft } from "~/standards/drafting/find-draft.server";
import type { Part } from "~/standards/drafting/next-version";
import { startDraft } from "~/standards/drafting/start.server";
import { criterionPath } from "~/standards/drafting/version-files";
import { markOf, writeFile } from "~/standards/drafting/write.server";
import { type Edit, editYaml } from "~/standards/drafting/yaml-text";

const must = <T extends { ok: boolean }>(answer: T | undefined): Extract<T, { ok: true }> => {
  if (!answer?.ok) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer as Extract<T, { ok: true }>;
};

/** The draft as it stands. */
export async function draftNow(db: Db, id: string): Promise<Draft> {
  const draft = await findDraft(db, id);
  if (!draft) throw new Error("There is no such draft");
  return draft;
}

/** Saves a change of one file, made from what is there now. */
export async function edit(db: Db, clock: Clock, actor: Actor, draftId: string, path: string, edits: Edit[]) {
  const text = (await draftNow(db, draftId)).files[path];
  return writeFile(db, clock, actor, { draftId, path, madeFrom: markOf(text), text: editYaml(text, edits) });
}

/** A draft with one wording changed and listed: whole enough to be consulted on and published. */
export async function wordedDraft(db: Db, clock: Clock, actor: Actor, key: string, part: Part, criterion: string) {
  const { draftId } = must(await startDraft(db, clock, actor, { key, part }));
  must(await edit(db, clock, actor, draftId, criterionPath(criterion), [{ path: ["good"], value: "People can tell at once what they would be coming to." }]));
  const change = {
    type: part === "patch" ? "editorial" : "guidance",
    criteria: [criterion],
    what: "What good looks like is said more plainly.",
    reason: "Readers asked.",
    what_to_do: "Nothing.",
  };
  must(await edit(db, clock, actor, draftId, changesPath, [{ path: ["changes"], value: [change] }]));
  return draftId;
}
