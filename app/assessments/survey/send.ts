import { z } from "zod";
import { Answer } from "../answer";
import { tidy } from "../parts";
import type { Reply } from "./autosave";
import type { FileNames, Filled } from "./from-survey";
import type { Parts } from "./merge";

/** The parts of an answer that are merged one by one, the private note among them. */
export const partsOf = ({ answer, privateNote }: Filled): Parts => ({ ...answer, ...(privateNote ? { privateNote } : {}) });
export function filledOf({ privateNote, ...answer }: Parts): Filled {
  return { answer: tidy(answer as Answer), privateNote: typeof privateNote === "string" ? privateNote : "" };
}

const FileInfo = z.object({ name: z.string(), bytes: z.number() });
/** Answers of the address that saves, as JSON. */
/** `warnings`: what looks like personal details, by part (`how`, `evidence.0.words`), as sentences. */
export const SavedReply = z.object({ version: z.number().int(), at: z.string(), warnings: z.record(z.string(), z.string()).default({}) });
export const ChangedReply = z.object({ version: z.number().int(), answer: Answer, privateNote: z.string(), by: z.string(), files: z.record(z.string(), FileInfo) });
export const Problem = z.object({ title: z.string(), detail: z.string().optional() });

/** Says whose page an answer is sent from: in one browser somebody else may have signed in since. */
export const personHeader = "Waymark-Person";

/** Puts an answer to its address, made from this version, from this person's page. Every way that can end is a reply; names of files that came with somebody else's answer go to `learn`, warnings about what was typed to `warn`. */
export async function putAnswer(
  address: string,
  parts: Parts,
  basedOn: number,
  personId: string,
  learn: (files: FileNames) => void,
  warn: (warnings: Record<string, string>) => void,
): Promise<Reply> {
  const body = JSON.stringify(filledOf(parts));
  try {
    const response = await fetch(address, {
      method: "PUT",
      // A browser finishes these when the page is already gone, up to 64 KB.
      keepalive: body.length < 20_000,
      headers: { "Content-Type": "application/json", Accept: "application/json", "If-Match": `"${basedOn}"`, [personHeader]: personId },
      body,
    });
    if (response.ok) {
      const { warnings, ...saved } = SavedReply.parse(await response.json());
      warn(warnings);
      return { is: "saved", ...saved };
    }
    if (response.status === 401) return { is: "signed_out" };
    if (response.status === 412) {
      const { version, answer, privateNote, by, files } = ChangedReply.parse(await response.json());
      learn(files);
      return { is: "changed", theirs: { version, parts: partsOf({ answer, privateNote }) }, by };
    }
    if (response.status >= 500 || response.status === 429) return { is: "no_answer" };
    const problem = Problem.safeParse(await response.json().catch(() => undefined));
    return { is: "refused", words: problem.success ? problem.data.detail : undefined };
  } catch {
    return { is: "no_answer" };
  }
}
