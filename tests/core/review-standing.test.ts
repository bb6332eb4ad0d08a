import { describe, expect, test } from "vitest";
import type { Actor, SchemeRole } from "~/accounts/actor";
import { saysNone } from "~/review/case-file";
import { caseNumber } from "~/review/case-number";
import { faultOf } from "~/review/reader-choice";
import { barsOn, type FactsOfDay, inReach, permitOn, type Reader, standingsIn } from "~/review/standing";
import { workflowDiagram, workflowTable } from "~/review/workflow-diagram";
import { workflows } from "~/review/workflows";

const person = (personId: string, roles: SchemeRole[], memberOf?: { organisationId: string; role: "member" | "admin" }): Actor => ({
  personId,
  name: personId,
  email: `${personId}@demo.example`,
  language: "en",
  roles,
  memberships: memberOf ? [{ ...memberOf, slug: "home", name: "Home", title: "secretary", linkWorkerTerm: null }] : [],
});
const reader = (personId: string, part: Reader["part"], declaredNone = true): Reader => ({ personId, part, declaredNone });
const facts = (given: Partial<FactsOfDay> = {}): FactsOfDay => ({
  state: "assessing",
  organisationId: "marsh",
  readers: [reader("sunil", "assessor"), reader("amara", "second_reader")],
  raters: [],
  settlers: [],
  tied: [],
  ...given,
});
const atMarsh = { organisationId: "marsh", role: "admin" } as const;

describe("who may know of a case", () => {
  test.each<[string, Actor, boolean]>([
    ["its assessor", person("sunil", ["assessor"]), true],
    ["an assessor of other cases", person("asha", ["assessor"]), false],
    ["a moderator", person("moira", ["moderator"]), true],
    ["a decision-maker", person("devon", ["decider"]), true],
    ["an editor", person("edith", ["editor"]), false],
    ["a platform admin", person("alex", ["platform_admin"]), false],
    ["a commissioner", person("gareth", ["commissioner"]), false],
    ["somebody of the provider", person("pat", [], atMarsh), false],
    ["a moderator who belongs to the provider", person("moira", ["moderator"], atMarsh), false],
    ["its assessor who has come to belong to the provider", person("sunil", ["assessor"], { organisationId: "marsh", role: "member" }), false],
    ["its assessor who is no assessor any more", person("sunil", []), false],
    ["a moderator who belongs to another provider", person("moira", ["moderator"], { organisationId: "harbour", role: "admin" }), true],
  ])("%s: %s", (_, actor, reaches) => {
    expect(inReach(actor, facts())).toBe(reaches);
  });
});

describe("standings and bars", () => {
  test("a person may stand in several places at once", () => {
    expect(standingsIn(person("sunil", ["assessor", "moderator", "decider"], atMarsh), facts())).toEqual(["member", "submitter", "assessor", "moderator", "decider"]);
    expect(standingsIn(person("pat", [], { organisationId: "marsh", role: "member" }), facts())).toEqual(["member"]);
  });

  test("each bar is there for its own reason, and only then", () => {
    expect(barsOn(person("sunil", ["assessor"]), facts())).toEqual([]);
    expect(barsOn(person("sunil", ["assessor"]), facts({ readers: [reader("sunil", "assessor", false)] }))).toEqual(["not_declared"]);
    expect(barsOn(person("moira", ["moderator"]), facts({ raters: ["moira"] }))).toEqual(["rated", "not_declared"]);
    expect(barsOn(person("moira", ["moderator"]), facts({ settlers: ["moira"] }))).toEqual(["settled", "not_declared"]);
    expect(barsOn(person("moira", ["moderator"], atMarsh), facts())).toEqual(["of_provider", "not_declared"]);
    expect(barsOn(person("moira", ["moderator"]), facts({ tied: ["moira"] }))).toEqual(["tied", "not_declared"]);
    expect(barsOn(person("sunil", ["assessor"]), facts({ readers: [{ ...reader("sunil", "assessor"), waits: true }] }))).toEqual(["tie_waits"]);
  });
});

describe("four eyes", () => {
  const decider = person("devon", ["decider"]);
  const moderator = person("moira", ["moderator"]);
  const reason = { reason: "Because of what was seen." };
  const ready = { ...reason, met: ["report_checked", "claims_in_order"] as const };

  test.each<[string, ReturnType<typeof permitOn>, ReturnType<typeof permitOn>]>([
    ["who rated does not decide", permitOn("decide", decider, facts({ state: "deciding", raters: ["devon"] }), reason), { ok: false, why: "rated" }],
    ["who settled does not decide", permitOn("decide", decider, facts({ state: "deciding", settlers: ["devon"] }), reason), { ok: false, why: "settled" }],
    ["who has a tie that bars does not decide", permitOn("decide", decider, facts({ state: "deciding", tied: ["devon"] }), ready), { ok: false, why: "tied" }],
    ["nor sends back", permitOn("send_back", decider, facts({ state: "deciding", tied: ["devon"] }), ready), { ok: false, why: "tied" }],
    ["nor settles", permitOn("settle", moderator, facts({ state: "moderating", tied: ["moira"] }), reason), { ok: false, why: "tied" }],
    ["nor rules on claims", permitOn("confirm_claims", moderator, facts({ state: "deciding", tied: ["moira"] }), reason), { ok: false, why: "tied" }],
    ["nobody of the provider decides", permitOn("decide", person("devon", ["decider"], atMarsh), facts({ state: "deciding" }), reason), { ok: false, why: "of_provider" }],
    ["who rated does not settle", permitOn("settle", moderator, facts({ state: "moderating", raters: ["moira"] }), reason), { ok: false, why: "rated" }],
    ["nobody of the provider settles", permitOn("settle", person("moira", ["moderator"], atMarsh), facts({ state: "moderating" }), reason), { ok: false, why: "of_provider" }],
    ["nobody of the provider rates", permitOn("rate", person("sunil", ["assessor"], atMarsh), facts(), reason), { ok: false, why: "of_provider" }],
    [
      "who has not declared does not rate",
      permitOn("rate", person("sunil", ["assessor"]), facts({ readers: [reader("sunil", "assessor", false)] }), reason),
      { ok: false, why: "not_declared" },
    ],
    ["a decision-maker does not settle", permitOn("settle", decider, facts({ state: "moderating" }), reason), { ok: false, why: "wrong_role" }],
    ["a moderator does not decide", permitOn("decide", moderator, facts({ state: "deciding" }), reason), { ok: false, why: "wrong_role" }],
    ["a decision needs a reason", permitOn("decide", decider, facts({ state: "deciding" }), { ...ready, reason: " " }), { ok: false, why: "reason_missing" }],
    ["the system does not decide", permitOn("decide", "system", facts({ state: "deciding" }), reason), { ok: false, why: "wrong_role" }],
    ["who did neither decides", permitOn("decide", decider, facts({ state: "deciding", raters: ["sunil"], settlers: ["moira"] }), ready), { ok: true, to: "decided" }],
    ["nobody decides before the group has seen the draft report", permitOn("decide", decider, facts({ state: "deciding" }), reason), { ok: false, why: "report_checked" }],
    [
      "who rated nothing settles",
      permitOn("settle", moderator, facts({ state: "moderating", raters: ["sunil"] }), { ...reason, met: ["talk_over"] }),
      { ok: true, to: "moderating" },
    ],
    ["nobody settles what its readers still talk over", permitOn("settle", moderator, facts({ state: "moderating", raters: ["sunil"] }), reason), { ok: false, why: "talk_over" }],
  ])("%s", (_, permission, expected) => {
    expect(permission).toEqual(expected);
  });
});

describe("choosing a reader", () => {
  const candidate = {
    personId: "sunil",
    isAssessor: true,
    ofProvider: false,
    belongedUntil: null,
    interests: [],
    readByTheirs: null,
    assessedLastTwo: false,
    assessedSentAgain: false,
    declaredConflict: false,
    objectedTo: false,
  };

  test.each([
    [undefined, "nobody"],
    [{ ...candidate, isAssessor: false }, "not_an_assessor"],
    [{ ...candidate, ofProvider: true }, "reader_of_provider"],
    [{ ...candidate, belongedUntil: "2024-06-01" }, "was_of_provider"],
    [{ ...candidate, belongedUntil: "2024-05-31" }, undefined],
    [{ ...candidate, interests: [{ kind: "rival" as const, until: null }] }, "has_tie"],
    [{ ...candidate, interests: [{ kind: "lives_nearby" as const, until: null }] }, undefined],
    [{ ...candidate, readByTheirs: "2025-06-01" }, "swap"],
    [{ ...candidate, readByTheirs: "2025-05-31" }, undefined],
    [{ ...candidate, assessedLastTwo: true }, "assessed_twice"],
    [{ ...candidate, assessedSentAgain: true }, "assessed_again"],
    [{ ...candidate, declaredConflict: true }, "declared_conflict"],
    [{ ...candidate, objectedTo: true }, "objected_to"],
    [candidate, undefined],
  ])("%o: %s", (given, fault) => {
    expect(faultOf(given, "2026-06-01")).toBe(fault);
  });
});

describe("saying that there is no conflict of interest", () => {
  test.each(["none", "None", " NONE ", "none.", "“none”", "'none'"])("%j says it", (words) => {
    expect(saysNone(words)).toBe(true);
  });

  test.each(["", "no", "nothing", "none really", "My sister works there", "none but I once volunteered", "n/a"])("%j does not", (words) => {
    expect(saysNone(words)).toBe(false);
  });
});

test("a case's number is said in four figures or more", () => {
  expect([caseNumber(42), caseNumber(12345)]).toEqual(["C-0042", "C-12345"]);
});

const ofCase = workflows.find(({ of }) => of === "case")!;

test("the workflow, drawn", () => {
  expect(`\n${workflowDiagram(ofCase)}\n`).toMatchInlineSnapshot(`
    "
    \`\`\`mermaid
    stateDiagram-v2
      [*] --> waiting
      waiting --> declaring: assign
      assessing --> declaring: assign
      declaring --> waiting: lose reader
      assessing --> waiting: lose reader
      declaring --> waiting: let go
      assessing --> waiting: let go
      declaring --> assessing: begin
      declaring --> waiting: step aside
      assessing --> waiting: step aside
      assessing --> moderating: differ
      assessing --> deciding: agree
      moderating --> deciding: settled
      deciding --> assessing: refuse claims
      deciding --> checking: send report
      checking --> deciding: confirm
      checking --> assessing: remark
      checking --> deciding: let stand
      deciding --> assessing: send back
      deciding --> decided: decide
      deciding --> deferred: defer
      deferred --> assessing: resume
      deferred --> deciding: lapse
      decided --> deciding: reopen
      waiting --> withdrawn: close
      declaring --> withdrawn: close
      assessing --> withdrawn: close
      moderating --> withdrawn: close
      checking --> withdrawn: close
      deciding --> withdrawn: close
      deferred --> withdrawn: close
      withdrawn --> [*]
    \`\`\`
    "
  `);
  expect(`\n${workflowTable(ofCase)}\n`).toMatchInlineSnapshot(`
    "
    | move | who | from | to | not if | needs |
    | --- | --- | --- | --- | --- | --- |
    | assign | moderator | waiting, declaring, assessing | declaring | of provider, objected | two readers |
    | declare | assessor, second reader | declaring | declaring | of provider |  |
    | lose reader | system | waiting, declaring, assessing | waiting |  | reader to leave |
    | let go | moderator | waiting, declaring, assessing | waiting | of provider, rated | objection upheld, a reason |
    | begin | system | declaring | assessing | tie waits, objected | both declared |
    | step aside | assessor, second reader | declaring, assessing | waiting |  | a reason |
    | rate | assessor, second reader | assessing | assessing | of provider, not declared, tie waits, objected | a reason |
    | recommend | assessor, second reader | assessing | assessing | of provider, not declared, tie waits, objected | own rated, nobody awaited, answers read |
    | differ | system | assessing | moderating | tie waits, objected | all rated, recommended, differences, nobody awaited, answers read |
    | agree | system | assessing | deciding | tie waits, objected | all rated, recommended, no differences, nobody awaited, answers read |
    | talk level | assessor, second reader | moderating | moderating | of provider | talk open, a reason |
    | end talk | system | moderating | moderating |  | talk to end |
    | settle | moderator | moderating | moderating | of provider, tied, rated | talk over, a reason |
    | rate third | moderator | moderating | moderating | of provider, tied, rated, settled | talk over, a reason |
    | settled | system | moderating | deciding |  | nothing to settle |
    | confirm claims | moderator | deciding | deciding | of provider, tied, rated | claims over cap, a reason |
    | refuse claims | moderator | deciding | assessing | of provider, tied, rated | claims over cap, a reason |
    | send report | system | deciding | checking |  | report to check, claims in order |
    | note | member, submitter | checking | checking |  | in time |
    | confirm | submitter | checking | deciding |  | in time |
    | remark | submitter | checking | assessing |  | in time, remarks written |
    | let stand | system | checking | deciding |  | time over |
    | send back | decider | deciding | assessing | of provider, tied, rated, settled, judged | report checked, not reopened, criteria named, a reason |
    | decide | decider | deciding | decided | of provider, tied, rated, settled, judged | report checked, claims in order, a reason |
    | defer | decider | deciding | deferred | of provider, tied, rated, settled, judged | report checked, claims in order, not deferred before, a reason |
    | add | member, submitter | deferred | deferred |  | in time |
    | resume | submitter | deferred | assessing |  | in time, deferral answered |
    | lapse | system | deferred | deciding |  | time over |
    | reopen | system | decided | deciding |  | appeal changes |
    | close | submitter | waiting, declaring, assessing, moderating, checking, deciding, deferred | withdrawn |  | not reopened |
    "
  `);
});
