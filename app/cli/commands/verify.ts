import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { normaliseCode } from "~/marks/code";
import { clock } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { markByCode } from "~/register/mark.server";
import { markAnswer } from "~/register/mark-answer";
import type { MarkAnswer } from "~/register/public-shapes";
import { type OfflineAnswer, readSavedKeys, verifyOffline } from "~/register/verifying/offline.server";
import { verifyFile } from "~/register/verifying/verify-file.server";
import { formatMoment } from "~/ui/dates";
import { CalledWrongly, type Command, type Exit, readWords, type Terminal } from "../command";
import { withDatabase } from "../database.server";

const mostBytes = 5 * 1024 * 1024;
type Said = { document: string | null; reasons: string[]; mark: object | null; in_force: boolean | null };

/** 0 only for what is genuine, where there is a document, and in force. Whatever else it is, and that nothing could be checked, is said in words. */
const verify: Command = async (words, terminal) => {
  const { flags, named, rest } = readWords(words, ["offline", "json"], [1, 1], ["keys", "status"]);
  const given = rest[0]!;
  const print = flags.has("json") ? asJson : inWords;
  if (!flags.has("offline")) {
    if (named.keys || named.status) throw new CalledWrongly("--keys and --status belong to --offline");
    return isFile(given) ? ofFile(given, terminal, print) : ofCode(given, terminal, print);
  }
  if (!named.keys || !named.status) throw new CalledWrongly("--offline needs --keys, saved from /.well-known/jwks.json, and --status, saved from /status-lists/N");
  if (!isFile(given)) throw new CalledWrongly(`there is no file ${given}; offline only a file can be checked, because a code says nothing without the register`);
  for (const each of [named.keys, named.status]) if (!isFile(each)) throw new CalledWrongly(`there is no file ${each}`);
  const keys = readSavedKeys(await readFile(named.keys, "utf8"));
  if (!keys) throw new CalledWrongly(`${named.keys} is not a list of keys as saved from /.well-known/jwks.json`);
  return print(await verifyOffline(await bytesOf(given), keys, await readFile(named.status, "utf8"), clock.now()), terminal);
};
export default verify;

async function ofFile(file: string, terminal: Terminal, print: typeof inWords): Promise<Exit> {
  const bytes = await bytesOf(file);
  return orNotChecked(terminal, print, async () => {
    const said = await withDatabase(() => verifyFile({ clock, origin: settings().baseUrl, from: "command line" }, bytes));
    if (!said.verification) throw new Error("too many unknown codes were asked for in the last hour");
    return said.verification;
  });
}

async function ofCode(typed: string, terminal: Terminal, print: typeof inWords): Promise<Exit> {
  const read = normaliseCode(typed);
  if (!read.ok && read.why === "shape") throw new CalledWrongly(`"${typed}" is neither a file nor the twelve characters of a code`);
  if (!read.ok)
    return print(
      {
        document: null,
        reasons: ["This is not a code we could have issued: one character is wrong, or two have changed places. Nothing was looked up."],
        mark: null,
        in_force: null,
      },
      terminal,
    );
  return orNotChecked(terminal, print, async () => {
    const mark = await withDatabase(async () => {
      const found = await markByCode(read.code);
      return found && markAnswer(found, clock.now(), settings().baseUrl);
    });
    return {
      document: null,
      reasons: [mark?.statement ?? "No mark has this code. The code is well formed, but we have never issued it."],
      mark: mark ?? null,
      in_force: mark?.in_force ?? null,
    };
  });
}

async function orNotChecked(terminal: Terminal, print: typeof inWords, ask: () => Promise<Said>): Promise<Exit> {
  try {
    return print(await ask(), terminal);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    if (print === asJson) terminal.out(JSON.stringify({ type: "about:blank", title: "We could not check just now", status: 503, detail }));
    else terminal.err(`could not check: ${detail}. That is neither a yes nor a no.`);
    return 1;
  }
}

function asJson(said: Said, { out }: Terminal): Exit {
  out(JSON.stringify(said));
  return exitOf(said);
}

function inWords(said: Said | OfflineAnswer, { out }: Terminal): Exit {
  if (said.document !== null) out(`document: ${said.document.replace("_", " ")}`);
  const asKnown = "as_known_on" in said && said.as_known_on ? `, as known on ${formatMoment(said.as_known_on, "en")}` : "";
  out(`mark in force: ${said.in_force === null ? "not known" : said.in_force ? "yes" : "no"}${asKnown}`);
  for (const reason of said.reasons) out(`  ${reason}`);
  for (const line of said.mark ? about(said.mark as MarkAnswer | NonNullable<OfflineAnswer["mark"]>) : []) out(`  ${line}`);
  return exitOf(said);
}

function about(mark: MarkAnswer | NonNullable<OfflineAnswer["mark"]>): string[] {
  if ("covers" in mark) return [`${mark.name}, awarded ${mark.awarded_on}, to ${mark.valid_until}`, mark.covers, mark.page];
  const { holder, standard, level, scope } = mark;
  return [`Held by ${holder.name}, ${holder.area}: ${standard.title} ${standard.version}, ${level.replaceAll("_", " ")}`, `Covers: ${scope.join("; ")}`, mark.page];
}

const exitOf = ({ document, in_force }: Said): Exit => ((document === null || document === "genuine") && in_force === true ? 0 : 1);

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

async function bytesOf(file: string) {
  if (statSync(file).size > mostBytes) throw new CalledWrongly(`${file} is bigger than 5 MB; nothing we issued is`);
  return readFile(file);
}
