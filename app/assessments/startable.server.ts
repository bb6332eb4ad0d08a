import type { Facts } from "#standards/format";
import type { Db } from "~/platform/database.server";
import { factsOf } from "~/providers/facts.server";
import { offered } from "~/standards/applies";
import { latestVersions } from "~/standards/versions.server";
import type { AssessmentInList } from "./list.server";

export type Startable = {
  key: string;
  title: string;
  version: string;
  purpose: string /** An earlier one of theirs whose answers can be carried over. */;
  carryFrom: string | undefined;
};

/** The standards an organisation may start now: those that are for what it does and of which no draft is there. `known` are its facts, when somebody has read them already. */
export async function startableBy(db: Db, organisationId: string, there: readonly AssessmentInList[], known?: Facts): Promise<Startable[]> {
  const [versions, facts] = await Promise.all([latestVersions(db), known ?? factsOf(db, organisationId)]);
  return versions
    .map(({ standard }) => standard)
    .filter(
      (standard) => offered(standard, facts) && !there.some((each) => each.state === "draft" && each.standard.key === standard.key && each.standard.version === standard.version),
    )
    .map(({ key, title, version, purpose }) => ({ key, title, version, purpose, carryFrom: there.find((each) => each.standard.key === key && each.progress)?.id }));
}
