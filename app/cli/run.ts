import { CalledWrongly, type Command, type Exit, type Terminal } from "./command";

type Entry = { usage: string; what: string; load: () => Promise<{ default: Command }> };

/** Each command's file is read when it is called, so that a pure one needs no database and starts at once. */
const commands: Record<string, Entry> = {
  "standards check": { usage: "[FOLDER]", what: "says nothing, or every fault with its file, line and column", load: () => import("./commands/standards-check") },
  "standards diff": { usage: "KEY@A KEY@B [--json]", what: "says what is different between two versions, and why", load: () => import("./commands/standards-diff") },
  "standards seal": { usage: "", what: "writes the hash of every version into standards/published.yaml", load: () => import("./commands/standards-seal") },
  "standards schema": { usage: "[--check]", what: "writes the JSON Schemas for editors into standards/schema/", load: () => import("./commands/standards-schema") },
  "standards publish": { usage: "[--dry-run]", what: "publishes the versions in standards/ that are new", load: () => import("./commands/standards-publish") },
  score: { usage: "KEY@VERSION [--json]", what: "scores {facts, ratings, na_claims}, or a list of them, from standard input", load: () => import("./commands/score") },
  "agreement readers": {
    usage: "[KEY] [--json]",
    what: "says how far the two readers agree who rated without seeing each other: overall, by version and by criterion",
    load: () => import("./commands/agreement-readers"),
  },
  agreement: { usage: "[--json]", what: "computes {matrix}, pairs of levels 0 to 3 counted, from standard input", load: () => import("./commands/agreement") },
  verify: {
    usage: "FILE-OR-CODE [--offline --keys JWKS --status LIST] [--json]",
    what: "says what a PDF, a credential, a badge or a code is worth today; offline, as the saved keys and status list know it",
    load: () => import("./commands/verify"),
  },
  "audit verify": { usage: "", what: "computes the audit trail's chain anew", load: () => import("./commands/audit-verify") },
  invariants: { usage: "", what: "checks what must always hold", load: () => import("./commands/invariants") },
  "people add": { usage: "EMAIL NAME [ROLE...]", what: "adds somebody who may sign in; roles are for the scheme's own people", load: () => import("./commands/people-add") },
  "people withdraw": {
    usage: "EMAIL ROLE REASON",
    what: "takes a role in the scheme away; the last of those that must be there stays",
    load: () => import("./commands/people-withdraw"),
  },
  "providers add": {
    usage: "NAME AREA NATION EMAIL TITLE",
    what: "adds a provider, with the person who may send things in for it",
    load: () => import("./commands/providers-add"),
  },
  "contact bounced": {
    usage: "PROVIDER [--soft]",
    what: "notes that mail to a provider's address for referrals came back",
    load: () => import("./commands/contact-bounced"),
  },
  "keys list": { usage: "[--json]", what: "lists the keys that sign for the scheme, public halves only", load: () => import("./commands/keys-list") },
  "keys root": { usage: "FOLDER", what: "makes the root that certifies every other key; FOLDER is on a medium to lock away", load: () => import("./commands/keys-root") },
  "keys make": { usage: "ROOT-FOLDER", what: "makes a key for every purpose that has none of this year", load: () => import("./commands/keys-make") },
  "keys rotate": {
    usage: "PURPOSE ROOT-FOLDER [NAME PUBLIC-PEM]",
    what: "puts a new key in use for one purpose: a file's, or the key service's NAME",
    load: () => import("./commands/keys-rotate"),
  },
  "keys compromised": {
    usage: "KID MOMENT",
    what: "says that a key is in other hands: nothing it signed after MOMENT is believed",
    load: () => import("./commands/keys-compromised"),
  },
  routes: { usage: "[--json]", what: "lists every address, who may use it and whether it changes anything", load: () => import("./commands/routes") },
  retention: {
    usage: "[--dry-run] [--json]",
    what: "says what has been kept long enough, plans its end a week ahead, and carries out what was planned a week ago; with --dry-run it only says",
    load: () => import("./commands/retention"),
  },
  doctor: { usage: "", what: "says what is configured, reachable and out of date", load: () => import("./commands/doctor") },
};

/** Runs one command. Everything it answers goes to the terminal; the exit says how it went. */
export async function run(words: string[], terminal: Terminal): Promise<Exit> {
  if (["help", "--help", "-h"].includes(words[0] ?? "")) {
    terminal.out(help());
    return 0;
  }
  const name = Object.keys(commands).find((each) => each.split(" ").every((word, at) => words[at] === word));
  const entry = name === undefined ? undefined : commands[name];
  if (name === undefined || !entry) {
    terminal.err(words.length === 0 ? help() : `waymark: there is no command "${words.slice(0, 2).join(" ")}"\n\n${help()}`);
    return 2;
  }
  try {
    const { default: command } = await entry.load();
    return await command(words.slice(name.split(" ").length), terminal);
  } catch (error) {
    if (!(error instanceof CalledWrongly)) throw error;
    terminal.err(`waymark ${name}: ${error.message}\nusage: waymark ${`${name} ${entry.usage}`.trim()}`);
    return 2;
  }
}

function help() {
  const lines = Object.entries(commands).map(([name, { usage, what }]) => [`  waymark ${name} ${usage}`.trimEnd(), what] as const);
  const width = Math.max(...lines.map(([call]) => call.length));
  return ["The operator's tool. Exit 0: done. 1: the answer is no. 2: called wrongly.", "", ...lines.map(([call, what]) => `${call.padEnd(width)}   ${what}`)].join("\n");
}
