import { createServer, type Server } from "node:net";
import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { evidenceFiles } from "#db/schema/evidence";
import { policyPdf } from "#db/seed/papers";
import type { Answer } from "~/assessments/answer";
import { checkedFor } from "~/assessments/checked.server";
import { heldAnswers } from "~/assessments/draft.server";
import { sayNotPersonal } from "~/assessments/not-personal.server";
import { saveAnswer } from "~/assessments/save.server";
import { submissionById } from "~/assessments/submission.server";
import { submitAssessment } from "~/assessments/submit.server";
import { findInFile, lookInside } from "~/evidence/look-inside.server";
import { pdfText } from "~/evidence/pdf-text.server";
import { scan } from "~/evidence/scan.server";
import { storeEvidence } from "~/evidence/store.server";
import { keepSettings, settings } from "~/platform/env.server";
import { readStored } from "~/platform/files.server";
import { publishStandards } from "~/standards/publish.server";
import { allStatements, filledDraft } from "../support/answers";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import * as files from "../support/files";
import { type Cast, cast } from "../support/people";
import { asked } from "../support/register";
import { cookieFor, get, post } from "../support/website";

const { db } = await freshDatabase();
let people: Cast;
let marshEnd: string;
beforeAll(async () => {
  await publishStandards(db, noon, { system: "test" });
  people = await cast(db);
  marshEnd = people.pat.memberships[0]!.organisationId;
});

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const kinds = async (name: string, mediaType: string, bytes: Uint8Array) => (await findInFile(name, mediaType, bytes)).map(({ kind, result }) => `${kind}: ${result}`);
const store = async (name: string, bytes: Uint8Array) => {
  const kept = await storeEvidence(db, noon, people.pat, { organisationId: marshEnd, name, bytes });
  if (!kept?.ok) throw new Error(kept?.why);
  const [row] = await db.select().from(evidenceFiles).where(eq(evidenceFiles.id, kept.file.id));
  return row!;
};

describe("inside a file", () => {
  test("words of a PDF are read, apart from everything else; a broken one has none", async () => {
    expect(await pdfText(policyPdf("Patient NHS number 943 476 5919"))).toContain("943 476 5919");
    expect(await kinds("steps.pdf", "application/pdf", policyPdf("Patient NHS number 943 476 5919"))).toEqual(["nhs_number: blocked"]);
    expect(await pdfText(new TextEncoder().encode("%PDF-1.4 and then nothing"))).toBeUndefined();
  });

  test("words of a Word file, also when a number is cut into pieces, hidden, deleted or in a comment", async () => {
    const run = (text: string, looks = "") => `<w:r>${looks}<w:t>${text}</w:t></w:r>`;
    expect(await kinds("a.docx", docx, files.docxSaying(`<w:p>${run("NHS number 943 4")}${run("76 5919")}</w:p>`))).toEqual(["nhs_number: blocked"]);
    expect(await kinds("a.docx", docx, files.docxSaying(`<w:p>${run("DOB 03/05/1948", "<w:rPr><w:vanish/></w:rPr>")}</w:p>`))).toEqual([
      "birth_date: blocked",
      "hidden_text: please_check",
    ]);
    expect(await kinds("a.docx", docx, files.docxSaying(`<w:p><w:del w:id="1"><w:r><w:delText>DOB 03/05/1948</w:delText></w:r></w:del></w:p>`))).toEqual([
      "birth_date: blocked",
      "tracked_changes: please_check",
    ]);
    const comment = { "word/comments.xml": "<w:comments><w:comment><w:p><w:r><w:t>Mrs Penrose, depression</w:t></w:r></w:p></w:comment></w:comments>" };
    expect(await kinds("a.docx", docx, files.docxSaying("<w:p/>", comment))).toEqual(["person_and_health: please_check", "comments: please_check"]);
    expect(await kinds("a.docx", docx, files.docxSaying(`<w:p>${run("How we keep people safe")}</w:p>`))).toEqual([]);
  });

  test("a hidden sheet; and a bomb, which is left alone", async () => {
    const book = (sheets: string, words: string) =>
      files.zip({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": `<workbook><sheets>${sheets}</sheets></workbook>`, "xl/sharedStrings.xml": words });
    expect(await kinds("a.xlsx", xlsx, book('<sheet name="People" state="hidden"/>', "<sst><si><t>DBS</t></si><si><t>001234567890</t></si></sst>"))).toEqual([
      "dbs_certificate: blocked",
      "hidden_sheets: please_check",
    ]);
    expect(await kinds("a.docx", docx, files.docxSaying(`NHS 943 476 5919 ${" ".repeat(9 * 1024 * 1024)}`))).toEqual([]);
    expect(await kinds("a.docx", docx, new Uint8Array([80, 75, 3, 4, 1, 2, 3]))).toEqual([]);
  });

  test("what is found is noted beside the file, as kinds alone; a photo is kept without where it was taken", async () => {
    const file = await store("referral_john_smith.docx", files.docxSaying("<w:p><w:r><w:t>NHS number 943 476 5919</w:t></w:r></w:p>"));
    expect(file.findings).toEqual([{ kind: "file_name", result: "please_check" }]);
    await lookInside(db, file.id);
    const [looked] = await db.select().from(evidenceFiles).where(eq(evidenceFiles.id, file.id));
    expect(looked!.findings).toEqual([
      { kind: "nhs_number", result: "blocked" },
      { kind: "file_name", result: "please_check" },
    ]);
    const photo = await store("shed.jpg", files.jpegWithPlace("MM"));
    expect((await readStored(photo.storageKey))!.toString("latin1")).not.toContain("51.4,24.5");
  });
});

describe("before it is sent", () => {
  test("details in words or in a file stop it, at the question; once they are gone or looked at, it goes", async () => {
    const assessmentId = await filledDraft(db, people.pat, marshEnd, "referral-capacity");
    const file = await store("steps.docx", files.docxSaying("<w:p><w:r><w:t>NHS number 943 476 5919</w:t></w:r></w:p>"));
    await lookInside(db, file.id);
    const save = async (how: string) => {
      const [held] = await heldAnswers(db, assessmentId, "RC-1.2");
      const answer: Answer = { level: "met", how, evidence: [{ kind: "file", file: file.id, title: "Steps", clean: true }] };
      expect(await saveAnswer(db, noon, people.pat, { assessmentId, criterion: "RC-1.2", answer, basedOn: held!.version }), "saving is never stopped").toMatchObject({ ok: true });
    };
    const send = () => submitAssessment(db, noon, people.pat, { assessmentId, scope: [], statements: allStatements });
    const stop = (field: string) => ({ criterion: "RC-1.2", field, why: "personal" });

    await save("We rang Ann, whose NHS number is 943 476 5919.");
    expect(await send()).toEqual({ ok: false, why: "complete", missing: [stop("how"), stop("evidence.0.file")] });
    expect(await checkedFor(db, noon, people.pat, assessmentId)).toMatchObject({ missing: [stop("how"), stop("evidence.0.file")] });
    await save("We ring everybody back within two days.");
    expect(await send()).toMatchObject({ ok: false, missing: [stop("evidence.0.file")] });
    await db.update(evidenceFiles).set({ findingsConfirmedAt: noon.now() }).where(eq(evidenceFiles.id, file.id));
    expect(await send()).toMatchObject({ ok: true });
  });
});

describe("words that are no details of a person, as their own people say", () => {
  const words = "Our NHS contract is number 943 476 5919, and we ring everybody back.";
  let assessmentId = "";
  const version = async () => (await heldAnswers(db, assessmentId, "RC-1.1"))[0]!.version;
  const save = async (how: string) => {
    const [held] = await heldAnswers(db, assessmentId, "RC-1.1");
    expect(await saveAnswer(db, noon, people.ruth, { assessmentId, criterion: "RC-1.1", answer: { ...held!.answer, how }, basedOn: held!.version })).toMatchObject({ ok: true });
  };
  const say = async (given: Partial<Parameters<typeof sayNotPersonal>[3]> = {}, who = people.tomasz) =>
    sayNotPersonal(db, noon, who, { assessmentId, criterion: "RC-1.1", field: "how", version: await version(), reason: "It is the number of our contract.", ...given });
  const missing = async () => {
    const checked = await checkedFor(db, noon, people.ruth, assessmentId);
    return typeof checked === "object" ? checked.missing : checked;
  };

  test("are taken with a reason, for these very words, from the group's own people alone", async () => {
    assessmentId = await filledDraft(db, people.ruth, people.ruth.memberships[0]!.organisationId, "referral-capacity");
    expect(await missing()).toEqual([]);
    await save(words);
    expect(await missing()).toEqual([{ criterion: "RC-1.1", field: "how", why: "personal" }]);
    expect(await say({ reason: "  No. " })).toEqual({ ok: false, why: "reason_short" });
    expect(await say({ reason: "x".repeat(501) })).toEqual({ ok: false, why: "reason_long" });
    expect(await say({ version: (await version()) - 1 })).toEqual({ ok: false, why: "changed_meanwhile" });
    expect(await say({ field: "plan.what" })).toEqual({ ok: false, why: "nothing_there" });
    for (const stranger of [people.pat, people.sunil, people.moira]) expect(await say({}, stranger)).toBeUndefined();
    expect(await missing()).toHaveLength(1);
    expect(await say()).toEqual({ ok: true });
    expect(await missing()).toEqual([]);
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subject, assessmentId));
    expect(events.filter(({ type }) => type === "assessment.warning_answered").map(({ data }) => data)).toEqual([{ check: `personal:RC-1.1:how:${await version()}` }]);
    await save(`${words} Every day.`);
    expect(await missing(), "other words are asked of again").toHaveLength(1);
  });

  test("are never taken for the number of a certificate", async () => {
    await save("Her DBS certificate is 001234567890.");
    expect(await say()).toEqual({ ok: false, why: "never" });
    expect(await missing()).toHaveLength(1);
    await save(words);
  });

  test("have a page of their own, on the way to sending; what was typed is kept when it is refused", async () => {
    const address = `/assessments/${assessmentId}/not-personal`;
    expect(await (await get(`/assessments/${assessmentId}/check`, { as: people.ruth })).text()).toContain(`href="${address}"`);
    const headers = { Cookie: await cookieFor(people.ruth) };
    const reads = await asked(async () => (await get(`/assessments/${assessmentId}/check`, { headers })).text());
    expect(reads.length, reads.join("\n")).toBeLessThanOrEqual(8);
    const html = await (await get(address, { as: people.tomasz })).text();
    expect(html).toContain(words);
    expect(html).toContain("This looks like it has an NHS number");
    const form = { criterion: "RC-1.1", field: "how", version: String(await version()) };
    const refused = await post(address, { ...form, reason: "No." }, { as: people.tomasz });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/id="RC-1-1-how-error".*>No\.<\/textarea>/s);
    expect((await post(address, { ...form, reason: "It is the number of our contract." }, { as: people.pat })).status).toBe(404);
    expect((await post(address, { ...form, reason: "It is the number of our contract." }, { as: people.tomasz })).headers.get("Location")).toBe(
      `/assessments/${assessmentId}/check`,
    );
  });

  test("go with the answers, so that whoever reads them sees that it was asked and what was said", async () => {
    const sent = await submitAssessment(db, noon, people.ruth, { assessmentId, scope: [], statements: allStatements });
    expect(sent).toMatchObject({ ok: true });
    const submission = await submissionById(db, sent?.ok ? sent.submissionId : "");
    expect(submission!.content.plausibility).toContainEqual({
      check: expect.stringMatching(/^personal:RC-1\.1:how:\d+$/),
      warning: "The phone and email work: how you do this looked to us like it has an NHS number in it.",
      words: "It is the number of our contract.",
    });
    expect(await say()).toEqual({ ok: false, why: "wrong_state" });
  });
});

describe("a virus scanner", () => {
  let server: Server | undefined;
  afterEach(() => {
    keepSettings({ ...settings(), clamdUrl: undefined });
    server?.close();
  });
  /** Stands in for clamd: reads the whole stream as it is meant to be sent, then says this. */
  const clamd = (say: (content: Buffer) => string | undefined) =>
    new Promise<string>((resolve) => {
      server = createServer((socket) => {
        let got = Buffer.alloc(0);
        socket.on("error", () => {});
        socket.on("data", (data) => {
          got = Buffer.concat([got, data]);
          const parts: Buffer[] = [];
          let at = "zINSTREAM\0".length;
          while (at + 4 <= got.length) {
            const length = got.readUInt32BE(at);
            if (length === 0) {
              expect(got.subarray(0, 10).toString()).toBe("zINSTREAM\0");
              const words = say(Buffer.concat(parts));
              return void (words === undefined ? socket.destroy() : socket.end(words));
            }
            parts.push(got.subarray(at + 4, at + 4 + length));
            at += 4 + length;
          }
        });
      }).listen(0, "127.0.0.1", () => resolve(`tcp://127.0.0.1:${(server!.address() as { port: number }).port}`));
    });

  test("is given every byte, and believed only when it says OK", async () => {
    const bytes = Buffer.alloc(200_000, 7);
    const address = await clamd((content) => (content.equals(bytes) ? "stream: OK\0" : "stream: other bytes came ERROR\0"));
    expect(await scan(address, bytes)).toBe("clean");
  });

  test("a clean file is kept as clean, an infected one is refused, and so is any when the scanner does not answer", async () => {
    const store = (clamdUrl?: string) => {
      keepSettings({ ...settings(), clamdUrl });
      return storeEvidence(db, noon, people.pat, { organisationId: marshEnd, name: "x.pdf", bytes: files.pdf() });
    };
    const scanOf = async (kept: Awaited<ReturnType<typeof store>>) =>
      kept?.ok && (await db.select({ scan: evidenceFiles.scan }).from(evidenceFiles).where(eq(evidenceFiles.id, kept.file.id)))[0]?.scan;
    expect(await scanOf(await store())).toBe("unscanned");
    expect(await scanOf(await store(await clamd(() => "stream: OK\0")))).toBe("clean");
    server!.close();
    const before = await db.$count(evidenceFiles);
    expect(await store(await clamd(() => "stream: Eicar-Test-Signature FOUND\0"))).toEqual({ ok: false, why: "infected" });
    server!.close();
    for (const silence of [undefined, "INSTREAM size limit exceeded. ERROR\0", "stream: OK"]) {
      expect(await store(await clamd(() => silence))).toEqual({ ok: false, why: "not_scanned" });
      server!.close();
    }
    expect(await store("tcp://127.0.0.1:1")).toEqual({ ok: false, why: "not_scanned" });
    expect(await store("unix:/nowhere/clamd.sock")).toEqual({ ok: false, why: "not_scanned" });
    expect(await db.$count(evidenceFiles)).toBe(before);
  });
});
