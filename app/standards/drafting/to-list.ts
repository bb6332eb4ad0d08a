import type { ChangeType } from "#standards/changes-format";
import type { Unsaid } from "../changes-disagree";
import { explains, mildTypes } from "../explains";
import { pathOf } from "../fields";
import type { Field } from "./field";
import { partBetween } from "./next-version";

/** Something the list of changes does not name yet: of which criterion (none: the standard as a whole), in words what is different, and the type of change it most likely is. */
export type ToList = { criterion?: string; words: string; type?: ChangeType };
type Versions = { from: string; to: string };

/** What a draft has still to put on its list of changes, one entry for each criterion. `unlisted` are those that differ and that nothing was found out about yet. */
export function toList(unsaid: readonly Unsaid[], unlisted: readonly string[], fields: readonly Field[], versions: Versions): ToList[] {
  const about = [...new Set([...unsaid.map(({ criterion }) => criterion), ...unlisted])];
  return about.map((criterion) => {
    const own = unsaid.filter((each) => each.criterion === criterion);
    const type = likelyType(own, versions);
    return { ...(criterion !== undefined && { criterion }), words: [...new Set(own.map((each) => whatWords(each, fields)))].join("; "), ...(type && { type }) };
  });
}

/** Undefined where several would do and ask different things of people: that is for the editor to say. */
function likelyType(unsaid: readonly Unsaid[], { from, to }: Versions): ChangeType | undefined {
  const part = partBetween(from, to);
  const explainAll = (unsaid[0]?.types ?? []).filter((type) => unsaid.every(({ types, what }) => types.includes(type) && isCore(type, what)));
  const may = explainAll.filter((type) => part === "major" || mildTypes[part].includes(type));
  return may.length === 1 || may.every((type) => harmless.includes(type)) ? may[0] : undefined;
}

const harmless: readonly ChangeType[] = ["editorial", "guidance", "evidence_widened"];
const isCore = (type: ChangeType, what: Unsaid["what"]) => what === "came" || what === "went" || what === "rules" || explains[type].core.includes(what);

function whatWords({ what }: Unsaid, fields: readonly Field[]): string {
  if (what === "came") return "new";
  if (what === "went") return "no longer asked";
  if (what === "rules") return "how a mark is worked out";
  const top = pathOf(what).join(".");
  return fields.find(({ path }) => path.join(".") === top || path.join(".").startsWith(`${top}.`))?.label ?? what;
}
