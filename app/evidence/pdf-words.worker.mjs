// The words of a PDF, read apart from everything else: a broken or hostile file may cost this thread and nothing more.
import { parentPort, workerData } from "node:worker_threads";
import { getDocumentProxy } from "unpdf";

const { bytes, mostPages } = workerData;
const document = await getDocumentProxy(bytes, { isEvalSupported: false, disableFontFace: true, stopAtErrors: false, verbosity: 0 });
const pages = [];
for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const notes = await page.getAnnotations();
  pages.push(items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""));
  pages.push(...notes.map(({ contentsObj }) => contentsObj?.str ?? ""));
}
parentPort?.postMessage(pages.join("\n"));
