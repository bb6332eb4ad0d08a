import { standardVersions } from "#db/schema/standards";
import type { Db } from "~/platform/database.server";
import { compareVersions } from "../version-order";
import type { DeskDraft, DeskStandard } from "./desk-page";
import { allDrafts } from "./draft-view.server";

/** The editors' first page: drafts that were not given up, the newest first, and every standard with its versions. Two reads. */
export async function standardsDesk(db: Db): Promise<{ drafts: DeskDraft[]; standards: DeskStandard[] }> {
  const { key, version, title } = standardVersions;
  const rows = (await db.select({ key, version, title }).from(standardVersions)).sort((a, b) => compareVersions(b.version, a.version));
  const standards = [...new Set(rows.map((row) => row.key))].sort().map((one): DeskStandard => {
    const own = rows.filter((row) => row.key === one);
    return { key: one, title: own[0]!.title, newest: own[0]!.version, versions: own.map((row) => row.version) };
  });
  const titles = new Map(standards.map((each) => [each.key, each.title]));
  const drafts = (await allDrafts(db)).filter(({ state }) => state !== "discarded").reverse();
  return { standards, drafts: drafts.map(({ consultationEndsOn, ...each }) => ({ ...each, title: titles.get(each.key) ?? each.key, until: consultationEndsOn })) };
}
