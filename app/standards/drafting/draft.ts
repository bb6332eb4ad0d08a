import type { DraftState } from "./moves";
import type { VersionFiles } from "./version-files";

/** A version in the making. `revision` goes up by one with every edit. */
export type Draft = {
  id: string;
  key: string;
  version: string;
  baseVersionId: string;
  state: DraftState;
  revision: number;
  files: VersionFiles;
  consultationEndsOn: string | null;
};

export const standardPath = "standard.yaml";
export const changesPath = "changes.yaml";
