import { agreementIn, MatrixInput } from "~/review/agreement";
import { agreementWords } from "~/review/agreement-words";
import { CalledWrongly, type Command, readWords } from "../command";

const agreement: Command = async (words, { out, input }) => {
  const { flags } = readWords(words, ["json"], [0, 0]);
  const figures = agreementIn(matrixIn(await input()));
  out(flags.has("json") ? JSON.stringify(figures) : agreementWords(figures));
  return 0;
};
export default agreement;

function matrixIn(text: string) {
  const read = MatrixInput.safeParse(parse(text));
  if (!read.success)
    throw new CalledWrongly(
      ["standard input is no matrix", ...read.error.issues.map(({ path, message }) => `  ${path.length > 0 ? `${path.join(".")}: ` : ""}${message}`)].join("\n"),
    );
  return read.data.matrix;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CalledWrongly(`standard input is not JSON: ${(error as Error).message}`);
  }
}
