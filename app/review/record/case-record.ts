import type { CaseFile } from "../case-file";
import type { RecordLine, Viewer } from "./line";

/** A case with everything that happened in it, in order, as far as whoever asked may know it. Stays on the server. */
export type CaseRecord = { file: CaseFile; viewer: Viewer; lines: RecordLine[] };
