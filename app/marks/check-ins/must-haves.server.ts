import type { Criterion } from "#standards/format";
import type { Db } from "~/platform/database.server";
import { factsOf } from "~/providers/facts.server";
import { applicable } from "~/standards/applies";
import { type StandardVersion, versionOf } from "~/standards/versions.server";
import type { FoundMark } from "../found-mark";

/** The version a mark was given under, and those of its must-haves that apply to its holder by what it says of itself now. Two reads at most. */
export async function mustHavesOf(db: Db, { standardKey, holder, organisationId }: FoundMark): Promise<{ version: StandardVersion; mustHaves: Criterion[] }> {
  const [version, facts] = await Promise.all([versionOf(db, standardKey, holder.standard.version), factsOf(db, organisationId)]);
  if (!version) throw new Error(`a mark was given under ${standardKey}@${holder.standard.version}, which is not there`);
  return { version, mustHaves: applicable(version.standard, facts).filter(({ must_have }) => must_have) };
}
