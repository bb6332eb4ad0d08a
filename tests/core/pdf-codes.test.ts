import { deflateSync, type inflateSync } from "node:zlib";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { embeddedJwt, lookAtPdf } from "~/register/verifying/pdf-codes.server";

const unpacked: number[] = [];
vi.mock("node:zlib", async (original) => {
  const zlib = await original<typeof import("node:zlib")>();
  const watched: typeof inflateSync = (packed, options) => {
    // As much as it might have come to, whether or not that was too much.
    unpacked.push(options?.maxOutputLength ?? Number.POSITIVE_INFINITY);
    const found = zlib.inflateSync(packed, options);
    unpacked[unpacked.length - 1] = found.length;
    return found;
  };
  return { ...zlib, default: { ...zlib, inflateSync: watched }, inflateSync: watched };
});
beforeEach(() => void unpacked.splice(0));

const codes = ["ES4F-T5GV-6HWY", "N3HZ-DV9Q-5K1C", "WDYF-0H2K-4N6M"];
const object = (kind: string, inside: Buffer) =>
  Buffer.concat([Buffer.from(`1 0 obj <<${kind} /Filter /FlateDecode>> stream\n`), deflateSync(inside), Buffer.from("\nendstream\n")]);
const pdf = (...parts: Buffer[]) => Buffer.concat([Buffer.from("%PDF-1.7\n"), ...parts, Buffer.from("\nstartxref\n0\n%%EOF\n")]);
const filled = (length: number, code: string) => Buffer.concat([Buffer.alloc(length), Buffer.from(` ${code} `)]);
const sum = () => unpacked.reduce((total, each) => total + each, 0);

describe("what a file unpacks to is bounded by bytes, however much it holds", () => {
  test("what is small is read", () => {
    expect(lookAtPdf(pdf(...codes.map((code) => object("/Type /ObjStm", filled(1000, code)))))).toEqual({ is: "pdf", codes });
  });

  test("what is left of two million bytes is all the next stream gets", () => {
    expect(lookAtPdf(pdf(...codes.map((code) => object("/Type /ObjStm", filled(900_000, code)))))).toEqual({ is: "pdf", codes: codes.slice(0, 2) });
    expect(unpacked[0]).toBeGreaterThan(900_000);
    expect(sum()).toBeLessThanOrEqual(2_000_000);
  });

  test("a stream of fifty million is stopped at two, and says nothing; two hundred streams are all that is tried", () => {
    const bomb = object("/Type /ObjStm", Buffer.alloc(50_000_000));
    expect(lookAtPdf(pdf(...Array<Buffer>(300).fill(bomb)))).toEqual({ is: "pdf", codes: [] });
    expect([unpacked.length, Math.max(...unpacked)]).toEqual([200, 2_000_000]);
  });

  test("an attachment of any length is stopped where no credential of ours is that long, and twenty are all that is tried", () => {
    const bomb = object("/Type /EmbeddedFile", Buffer.alloc(50_000_000, "a"));
    expect(embeddedJwt(pdf(bomb))).toBeUndefined();
    expect(unpacked).toEqual([20_000]);
    expect(embeddedJwt(pdf(...Array<Buffer>(30).fill(bomb)))).toBeUndefined();
    expect(unpacked).toHaveLength(21);
  });
});
