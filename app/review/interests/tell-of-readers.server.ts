import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import type { CaseFile } from "../case-file";
import type { Part } from "../part";
import { tellProvider } from "../tell.server";
import { readersNamed } from "./letters";

/** Tells the provider's admins who reads their case from now on and, while they have not used it, of their right to object once. */
export async function tellOfReaders(tx: Db, clock: Clock, file: CaseFile, readers: Record<Part, string>) {
  await tellProvider(tx, clock, file, readersNamed(readers, file.objection === null), paths.readers(file.submission.assessmentId));
}
