import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { factLabels } from "../facts.server";
import { versionById } from "../versions.server";
import { baseFiles } from "./base-files.server";
import { type Checked, checkDraft } from "./check.server";
import { type Differing, differencesBetween, notListed } from "./differences";
import { changesPath, type Draft } from "./draft";
import { comparedFields, comparedFieldsIn } from "./fields";
import { type ToList, toList } from "./to-list";
import { contentOf } from "./yaml-text";

/** A draft beside what it began from: what is different, and what is still to be put right before anyone is asked. `unlisted` are criteria that the change list says nothing of; `toList` is all that it does not name. */
export type Examined = { base: { id: string; version: string }; differing: Differing[]; checked: Checked; unlisted: string[]; toList: ToList[]; faultless: boolean };

/** Looks a draft over. `language`: in which the parts that differ are called; what they say is in English. Throws when the version it began from is gone: published versions never are. */
export async function examine(db: Db, draft: Draft, language: Language = "en"): Promise<Examined> {
  const base = await versionById(db, draft.baseVersionId);
  if (!base) throw new Error(`The version that draft ${draft.id} began from is not there`);
  const place = { key: draft.key, version: base.standard.version, files: baseFiles(base) };
  const differing = differencesBetween(place.files, draft.files, comparedFieldsIn(language), factLabels());
  const checked = checkDraft(draft, place);
  const unlisted = notListed(differing, contentOf(draft.files[changesPath]));
  return {
    base: { id: base.id, version: place.version },
    differing,
    checked,
    unlisted,
    toList: toList(
      checked.faults.flatMap(({ unsaid }) => unsaid ?? []),
      unlisted,
      comparedFields.criterion,
      { from: place.version, to: draft.version },
    ),
    faultless: checked.version !== undefined && unlisted.length === 0 && differing.length > 0,
  };
}
