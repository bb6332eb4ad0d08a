import { contactBounced } from "~/marks/reach/contact-bounced.server";
import { clock } from "~/platform/clock.server";
import { type Command, type Exit, readWords } from "../command";
import { withDatabase } from "../database.server";

/** For whatever handles mail that comes back. `PROVIDER` as in the address of its page. */
const bounced: Command = async (words, { out, err }) => {
  const { flags, rest } = readWords(words, ["soft"], [1, 1]);
  const [slug] = rest as [string];
  return withDatabase<Exit>(async ({ db }) => {
    const done = await contactBounced(db, clock, { system: "waymark" }, { slug, kind: flags.has("soft") ? "soft" : "hard" });
    if (!done) {
      err(`no provider is called ${slug}; it is the last part of the address of its page`);
      return 1;
    }
    out(`noted   ${slug}: ${done.broken ? "its email is said to be being checked" : "nothing is said yet; three soft ones in seven days are as good as a hard one"}`);
    return 0;
  });
};
export default bounced;
