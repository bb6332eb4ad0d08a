import { pool } from "~/platform/database.server";
import { demoOnly } from "~/platform/demo.server";
import { mailsSoFar } from "~/platform/mail.server";

/** The mail sent so far, newest first. */
export async function loader() {
  demoOnly();
  const mails = await mailsSoFar(pool.db);
  return Response.json(mails.map(({ at, to, subject, text, html }) => ({ at, to, subject, text, html })));
}
