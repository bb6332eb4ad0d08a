import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Standard } from "#standards/format";
import { type OtherAward, OtherAwardList } from "#standards/other-awards-format";
import { remember } from "~/platform/remember";
import { root } from "~/platform/root.server";
import { otherAwardFaults } from "./other-award-faults";
import { type Fault, readYaml } from "./yaml-file.server";

const ourList = join(root, "standards", "other-awards.yaml");

/** Every fault of a folder's list of other awards, against the versions of that folder. None where there is no list. */
export function checkOtherAwards(folder: string, versions: readonly Standard[]): Fault[] {
  const path = join(folder, "other-awards.yaml");
  if (!existsSync(path)) return [];
  const file = readYaml(path, OtherAwardList);
  return [...file.faults, ...otherAwardFaults(file.value ?? [], versions).map(({ path: keys, message }) => file.fault(keys, message))];
}

/** The awards of others that count for something here, in the order of `standards/other-awards.yaml`. */
export const otherAwards = (): OtherAward[] =>
  remember("other awards", () => {
    const { value } = readYaml(ourList, OtherAwardList);
    if (!value) throw new Error("standards/other-awards.yaml cannot be read; `waymark standards check` says why.");
    return value;
  });
