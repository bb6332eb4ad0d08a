import type { Actor } from "~/accounts/actor";
import { fileStates } from "~/evidence/read.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { faces } from "~/platform/paper/faces.server";
import { pdf } from "~/platform/paper/pdf.server";
import { structuredFacts } from "~/standards/facts.server";
import { otherAwards } from "~/standards/other-awards.server";
import { filesShown } from "../case-file";
import { bundleOf, type RecordLetter } from "./bundle";
import { bundleDocument } from "./bundle-document";
import type { CaseRecord } from "./case-record";

/** The record of a case as PDF/A-3b, for who asked for it, at this moment. The same record and the same clock give the same bytes. One read. */
export async function renderRecord(db: Db, clock: Clock, actor: Actor, record: CaseRecord, letters: RecordLetter[]): Promise<Buffer> {
  const states = await fileStates(db, Object.keys(filesShown(record.file)));
  const locked = new Set([...states].flatMap(([id, state]) => (state.locked ? [id] : [])));
  const asked = { by: actor.name, at: clock.now().toISOString() };
  const bundle = bundleOf(record, { asked, letters, locked, facts: structuredFacts(), awards: otherAwards() });
  return pdf(bundleDocument(bundle, { issuer: settings().issuer, faces: faces() }));
}
