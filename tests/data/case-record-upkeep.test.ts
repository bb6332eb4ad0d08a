import { beforeAll, expect, test } from "vitest";
import { organisationChanges } from "#db/schema/organisation-changes";
import { sendCheckIn } from "~/marks/check-ins/send-check-in.server";
import { lookAtCircumstance } from "~/marks/circumstances/look-at-circumstance.server";
import { tellCircumstance } from "~/marks/circumstances/tell-circumstance.server";
import { heldMark } from "~/marks/held-mark.server";
import { answerHolderChange, type HolderProposal, proposeHolderChange } from "~/marks/holders/change-holder.server";
import { recordLostEntry, recordNewEntry } from "~/marks/paperwork/lost-entry.server";
import { showTopUp } from "~/marks/top-ups/show-top-up.server";
import { assignReaders } from "~/review/assign.server";
import { declareConflict } from "~/review/declare.server";
import { allowTie } from "~/review/interests/allow-tie.server";
import { sentence } from "~/review/record/line";
import { recordOf } from "~/review/record/record.server";
import { chapters } from "~/routes/cases/chapters.server";
import { must, openedCase } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { decided, type Scheme, scheme } from "../support/marks";

const { db } = await freshDatabase();
/** Nobody may read it in the record. */
const planted = "Plantedprivateword, and more of the same";
let world: Scheme;
let now = at("2027-05-10T08:00:00Z").now().getTime();
/** Every command comes a minute after the one before. */
const next = () => {
  now += 60_000;
  return at(new Date(now).toISOString());
};
beforeAll(async () => {
  world = await scheme(db);
});

test("what a mark was asked for after it was given, and who holds it, is told in the record of its case, without anybody’s private words", async () => {
  const { pat, moira, mal, devon, organisations } = world.people;
  const { slug, id: organisationId } = organisations.marshEnd;
  const { caseId, mark } = await decided(db, world);
  const { code } = mark!;
  const before = (await recordOf(db, moira, caseId, chapters))!.lines.length;
  must(await sendCheckIn(db, next(), pat, { slug, code }, { factsRight: true, insuranceUntil: "2028-12-31", notTrue: ["MU-1.2"], words: planted, plan: planted, changes: "" }));
  must(await tellCircumstance(db, next(), pat, organisationId, { kind: "funding", happenedOn: "2027-05-01", words: planted, facts: {} }));
  const { toShow, told } = (await heldMark(db, moira, code, next().now()))!;
  must(await showTopUp(db, next(), moira, { code, topUpId: toShow[0]!.id, note: planted }));
  for (const { id } of told) must(await lookAtCircumstance(db, next(), moira, { code, id, note: planted }));
  must(await recordLostEntry(db, next(), moira, { code, entry: planted, lostOn: "2027-05-09" }));
  const { lost } = (await heldMark(db, moira, code, next().now()))!;
  must(await recordNewEntry(db, next(), moira, { code, lossId: lost[0]!.id, entry: planted }));
  const propose = (proposal: Pick<HolderProposal, "kind"> & Partial<Record<"name" | "intoIdentifier", string>>) =>
    proposeHolderChange(db, next(), moira, { code, identifier: "", since: "2027-05-01", note: planted, ...proposal } as HolderProposal);
  const answer = async (how: "confirm" | "decline") =>
    must(
      await answerHolderChange(db, next(), devon, {
        code,
        id: (await db.select().from(organisationChanges)).find((each) => !each.confirmedAt && !each.declinedAt)!.id,
        answer: how,
      }),
    );
  must(await propose({ kind: "renamed", name: "Marsh End Growers" }));
  await answer("confirm");
  must(await propose({ kind: "transferred", intoIdentifier: "GB-CHC:1999999" }));
  await answer("decline");
  must(await propose({ kind: "transferred", intoIdentifier: "GB-CHC:1999999" }));
  await answer("confirm");

  const { lines } = (await recordOf(db, mal, caseId, chapters))!;
  expect(lines.slice(before).map(sentence)).toEqual([
    "Pat Holloway (of the group) sent the yearly check-in: not true any more: MU-1.2.",
    "MU-1.2 was asked of the mark, by 7 June 2027.",
    "Pat Holloway (of the group) told us of a change: loss of key funding.",
    "Moira Kinsella (moderator) recorded that MU-1.2, which was asked of the mark, was shown.",
    "Moira Kinsella (moderator) looked at what the group had told us: loss of key funding.",
    "Moira Kinsella (moderator) looked at what the group had told us: said at the yearly check-in.",
    "A rule suspended the mark.",
    "Moira Kinsella (moderator) recorded that the group had lost an entry in a register.",
    "A rule put the mark back in force.",
    "Moira Kinsella (moderator) recorded that the group has an entry in the register again.",
    "Moira Kinsella (moderator) proposed that the group that holds the mark has a new name.",
    "Devon Achebe (decision-maker) confirmed, as the second person, that the group that holds the mark has a new name.",
    "Moira Kinsella (moderator) proposed that the mark is another organisation’s.",
    "Devon Achebe (decision-maker) declined that the mark is another organisation’s.",
    "Moira Kinsella (moderator) proposed that the mark is another organisation’s.",
    "Devon Achebe (decision-maker) confirmed, as the second person, that the mark is another organisation’s.",
  ]);
  expect(JSON.stringify(lines)).not.toContain("Plantedprivateword");
});

test("a tie that bars nobody, and the leave to read in spite of it, are told with who said so when; its words only to moderators", async () => {
  const { pat, ruth, sunil, amara, moira, devon, organisations } = world.people;
  const { caseId } = await openedCase(db, ruth, organisations.harbour.id, world.versionId, {});
  must(await assignReaders(db, noon, moira, { caseId, assessor: sunil.personId, second_reader: amara.personId }));
  const words = "I live two streets away, and know nobody there.";
  must(await declareConflict(db, next(), amara, { caseId, words: "none", tie: { kind: "lives_nearby", words } }));
  const reason = "Living near a group does not make anybody its friend.";
  must(await allowTie(db, next(), moira, { caseId, part: "second_reader", reason }));
  const told = async (as: typeof moira) => (await recordOf(db, as, caseId, chapters))!.lines.filter(({ what }) => / tie/.test(what)).map((line) => [sentence(line), line.quote]);
  const lines = [
    "Amara Diallo (second reader) stated a tie that bars nobody: lives near the group.",
    "Moira Kinsella (moderator) allowed Amara Diallo (second reader) to read in spite of that tie.",
  ];
  expect(await told(moira)).toEqual([
    [lines[0], words],
    [lines[1], reason],
  ]);
  expect(await told(devon)).toEqual(lines.map((line) => [line, null]));
  for (const stranger of [pat, ruth, sunil]) expect(await recordOf(db, stranger, caseId, chapters)).toBeUndefined();
});
