import type { EvidenceItem } from "~/assessments/answer";
import { mostEvidence } from "~/assessments/limits";
import { askToCapture } from "~/evidence/capture-link.server";
import { filesNamed } from "~/evidence/read.server";
import type { Db } from "~/platform/database.server";
import type { SupplementContent } from "./supplement";

/** What is drafted in place, with one more thing to show. Refuses a sixth, and a file that is not the group's or is locked or gone. */
export async function withItem(tx: Db, organisationId: string, content: SupplementContent, item: EvidenceItem): Promise<SupplementContent | "too_many" | "unknown_file"> {
  if (content.evidence.length >= mostEvidence) return "too_many";
  if (item.file) {
    const file = (await filesNamed(tx, organisationId, [item.file])).get(item.file);
    if (!file || file.locked || file.removedOn) return "unknown_file";
  }
  if (item.link) await askToCapture(tx, organisationId, [item.link]);
  return { ...content, evidence: [...content.evidence, item] };
}

type Drafted = { content: SupplementContent; savedAt: Date | undefined };

/** The same without one of them. Refuses when the list was saved again since `savedAt`: its places are not the same. */
export const withoutItem = ({ content, savedAt: now }: Drafted, { place, savedAt }: { place: number; savedAt: string }): SupplementContent | "moved" =>
  now?.toISOString() === savedAt && content.evidence[place] ? { ...content, evidence: content.evidence.filter((_, index) => index !== place) } : "moved";
