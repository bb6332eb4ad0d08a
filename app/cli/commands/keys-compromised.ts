import { type Compromised, markCompromised } from "~/marks/keys/mark-compromised.server";
import { clock } from "~/platform/clock.server";
import { CalledWrongly, type Command, type Exit, readWords } from "../command";
import { withDatabase } from "../database.server";

const compromised: Command = async (words, { out, err }) => {
  const { rest } = readWords(words, [], [2, 2]);
  const [kid, moment] = rest as [string, string];
  const after = new Date(moment);
  if (Number.isNaN(after.getTime())) throw new CalledWrongly(`"${moment}" is no moment; expected one such as 2026-11-22T14:00:00Z`);
  return withDatabase<Exit>(async ({ db }) => {
    const said = await markCompromised(db, clock, { system: "waymark" }, { kid, after });
    if (!said.ok) {
      err(notSaid[said.why]);
      return 1;
    }
    out(`said    ${kid} is not believed after ${after.toISOString()}; now make another for its purpose with: waymark keys rotate`);
    return 0;
  });
};
export default compromised;

const notSaid: Record<Extract<Compromised, { ok: false }>["why"], string> = {
  unknown: "there is no key of this name; waymark keys list says which there are",
  already: "that was said before, and is not changed",
  in_future: "this moment is still to come",
  before_made: "this moment is before the key was made",
};
