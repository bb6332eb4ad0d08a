import { eq, ne } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { marks } from "#db/schema/marks";
import { certificateDocument } from "~/marks/certificate-document";
import { certificateOf } from "~/marks/certificate-of";
import { givenMark } from "~/marks/given-mark.server";
import { insertMark } from "~/marks/insert-mark.server";
import { issueCertificate } from "~/marks/issue-certificate.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { keepSettings, settings, settingsFrom } from "~/platform/env.server";
import { faces } from "~/platform/paper/faces.server";
import { pdf } from "~/platform/paper/pdf.server";
import { openDatabase } from "~/platform/start.server";
import { median } from "./measure";

const rounds = 40;
const warmUp = 30;

/**
 * What a mark costs from its row, with its entry of the public log, to its stored PDF: credential, page, signature, file, row and record; beside pdfmake alone with the same page.
 * In turn, on the database that the demo filled: new marks, each like one that is there.
 */
export async function issuing(data: string): Promise<{ ratio: number; ours: number; bare: number }> {
  keepSettings(settingsFrom({ WAYMARK_DATA: data }, "demo"));
  const database = await openDatabase(settings(), "the bench");
  try {
    const [like] = await pool.db
      .select({ mark: marks })
      .from(marks)
      .innerJoin(organisations, eq(organisations.id, marks.organisationId))
      .where(ne(organisations.nation, "wales"))
      .limit(1);
    const { id: _, code: __, number: ___, ...mark } = like!.mark;
    const times: { ours: number; bare: number }[] = [];
    for (let round = 0; round < rounds + warmUp; round++) {
      const begun = performance.now();
      const { id } = await pool.db.transaction((tx) => insertMark(tx, { ...mark, decisionId: null }, undefined));
      const inserting = performance.now() - begun;
      const given = await givenMark(pool.db, id);
      const { baseUrl: origin, issuer } = settings();
      const page = certificateDocument(certificateOf(given!, { contactTested: true }), { origin, issuer, faces: faces() });
      const bare = await took(() => pdf(page));
      const ours = inserting + (await took(() => issueCertificate(pool.db, clock, id)));
      if (round >= warmUp) times.push({ ours, bare });
    }
    return {
      ratio: median(times.map(({ ours, bare }) => ours / bare)),
      ours: median(times.map(({ ours }) => ours)),
      bare: median(times.map(({ bare }) => bare)),
    };
  } finally {
    await database.close();
  }
}

async function took(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
