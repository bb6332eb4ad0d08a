import { z } from "zod";
import { fileRefusalWords, mostBytes } from "~/evidence/file-kinds";
import type { Language } from "~/platform/words";
import { askingWords } from "../asking/words/asking-words";
import { Problem } from "./send";

const Stored = z.object({ id: z.uuid(), name: z.string(), bytes: z.number() });
export type Uploaded = { ok: true; file: z.infer<typeof Stored> } | { ok: false; words: string };

/** Sends one file to be stored. Every way that can end is a value, with words for the person who chose it. */
export async function upload(address: string, file: File, language: Language): Promise<Uploaded> {
  const t = askingWords(language);
  if (file.size > mostBytes) return { ok: false, words: fileRefusalWords("too_big", language) };
  const form = new FormData();
  form.append("file", file);
  try {
    const response = await fetch(address, { method: "POST", headers: { Accept: "application/json" }, body: form });
    if (response.ok) return { ok: true, file: Stored.parse(await response.json()) };
    if (response.status === 401) return { ok: false, words: t("upload.signed_out") };
    const problem = Problem.safeParse(await response.json().catch(() => undefined));
    return { ok: false, words: (problem.success && problem.data.detail) || t("upload.failed") };
  } catch {
    return { ok: false, words: t("upload.offline") };
  }
}
