import { Document, isCollection, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { canonical } from "../canonical";
import { inOrder, placeOf } from "./key-order";

export type Path = readonly (string | number)[];
/** One thing to be said otherwise in a file. A value of undefined takes its key out. */
export type Edit = { path: Path; value: unknown };

/** How the house sets its files: with these, every file of `standards/KEY/VERSION/` is read and written back to the letter. */
const settings = { lineWidth: 110, flowCollectionPadding: false } as const;
/** Short lists of single words stand on one line. */
const onOneLine = ["kinds", "facts", "lines", "criteria", "successors"];

/** What a file says, as typed. Empty for a file that is not there. */
export const contentOf = (text: string | undefined): unknown => (text === undefined ? undefined : parseDocument(text).toJS());

/** The value at a path of what a file says; undefined where there is none. */
export const valueAt = (content: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[key] : undefined), content);

/** A whole file of this content, as the house writes it: keys in order, dates and numbers bare. */
export function writeYaml(content: unknown): string {
  const document = new Document(inOrder(content));
  if (document.contents) setShortLists(document.contents);
  return document.toString(settings);
}

/** Changes only what is different; every other line stays as it was typed, remarks included. Without a text a new file is begun. */
export function editYaml(text: string | undefined, edits: readonly Edit[]): string {
  const document = text === undefined ? new Document({}) : parseDocument(text);
  for (const { path, value } of edits) {
    const before = document.getIn(path, true) as Node | undefined;
    if (canonical(plain(before) ?? null) === canonical(value ?? null)) continue;
    if (value === undefined) document.deleteIn(path);
    else put(document, path, before, value);
  }
  return document.toString(settings);
}

const plain = (node: unknown): unknown => (isCollection(node) || isScalar(node) ? node.toJSON() : node);

function put(document: Document, path: Path, before: unknown, value: unknown) {
  if (isScalar(before) && (typeof value !== "object" || value === null)) before.value = value;
  else if (isSeq(before) && Array.isArray(value)) replaceItems(document, before, value, path.at(-1));
  else putNode(document, path, made(document, value, path.at(-1)));
}

/** Items that stay keep their node, and with it how they were typed. */
function replaceItems(document: Document, seq: YAMLSeq, values: unknown[], key: string | number | undefined) {
  const left = [...seq.items];
  const wasEmpty = left.length === 0;
  seq.items = values.map((value) => {
    const at = left.findIndex((each) => canonical(plain(each)) === canonical(value));
    return at < 0 ? made(document, value) : left.splice(at, 1)[0];
  });
  if (wasEmpty && seq.items.length > 0) seq.flow = typeof key === "string" && onOneLine.includes(key);
}

function putNode(document: Document, path: Path, node: Node) {
  const parentPath = path.slice(0, -1);
  if (parentPath.length > 0 && document.getIn(parentPath, true) === undefined) putNode(document, parentPath, document.createNode({}) as Node);
  const parent = (parentPath.length === 0 ? document.contents : document.getIn(parentPath, true)) as YAMLMap | YAMLSeq;
  const key = path.at(-1) as string | number;
  if (isMap(parent) && !parent.has(key)) {
    const at = parent.items.findIndex((pair) => placeOf(keyOf(pair)) > placeOf(String(key)));
    parent.items.splice(at < 0 ? parent.items.length : at, 0, document.createPair(key, node));
  } else {
    if (isSeq(parent) && parent.items.length === 0) parent.flow = false;
    parent.set(key, node);
  }
}

const keyOf = (pair: Pair) => String(isScalar(pair.key) ? pair.key.value : pair.key);

function made(document: Document, value: unknown, key?: string | number): Node {
  const node = document.createNode(inOrder(value)) as Node;
  setShortLists(node, key);
  return node;
}

function setShortLists(node: unknown, key?: string | number) {
  if (isSeq(node)) {
    if (typeof key === "string" && onOneLine.includes(key)) node.flow = true;
    for (const item of node.items) setShortLists(item);
  }
  if (isMap(node)) for (const pair of node.items) setShortLists(pair.value, keyOf(pair));
}

/** Where in a text something stands: from its key, or its dash, to the end of its value. Undefined where it is not there. */
export function spanReader(text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const offset = (line: number, column: number) => (lines.lineStarts[line - 1] ?? text.length) + column - 1;
  const span = (path: Path): [number, number] | undefined => {
    const node = document.getIn(path, true) as Node | undefined;
    if (!node?.range) return undefined;
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
    const pair = isMap(parent) ? parent.items.find((each) => keyOf(each) === path.at(-1)) : undefined;
    return [(pair?.key as Node | undefined)?.range?.[0] ?? node.range[0], node.range[1]];
  };
  return { offset, span };
}
