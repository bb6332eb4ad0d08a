import { run } from "~/cli/run";

/** Runs the operator's tool in this process, with `input` on its standard input. */
export async function waymark(words: string[], input = "") {
  const said = { out: "", err: "" };
  const exit = await run(words, {
    out: (line) => {
      said.out += `${line}\n`;
    },
    err: (line) => {
      said.err += `${line}\n`;
    },
    input: async () => input,
  });
  return { exit, ...said };
}
