import { describe, expect, test } from "vitest";
import { withoutPlace } from "~/evidence/photo-place";
import * as files from "../support/files";

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const degrees = Buffer.from([0, 0, 0, 51, 0, 0, 0, 1, 0, 0, 0, 24, 0, 0, 0, 1, 0, 0, 0, 33, 0, 0, 0, 7]);

describe("where a photo was taken", () => {
  test.each(["MM", "II"] as const)("is made empty in a JPEG (%s), and which way is up stays", (order) => {
    const photo = files.jpegWithPlace(order);
    const clean = withoutPlace(photo, "image/jpeg");
    expect(clean).toHaveLength(photo.length);
    expect(text(photo)).toContain("51.4,24.5");
    expect(text(clean)).not.toContain("51.4,24.5");
    expect(files.placeIn(photo, order)).toEqual([51, 24, 33]);
    expect(files.placeIn(clean, order)).toBeUndefined();
    expect(files.orientationIn(clean, order)).toBe(6);
    expect(text(clean.subarray(-2))).toBe("\xff\xd9");
  });

  test("leaves a PNG with its notes, and the picture as it was", () => {
    const plain = files.png();
    const noted = files.pngWithNote("Taken at 51.4,24.5");
    expect(text(noted)).toContain("51.4,24.5");
    expect(Buffer.from(withoutPlace(noted, "image/png")).equals(Buffer.from(plain))).toBe(true);
    expect(Buffer.from(withoutPlace(plain, "image/png")).equals(Buffer.from(plain))).toBe(true);
  });

  test("is empty in a HEIC too, wherever in the file it lies", () => {
    const photo = Buffer.concat([files.heic(), Buffer.alloc(300), files.tiffWithPlace("MM")]);
    expect(photo.includes(degrees)).toBe(true);
    expect(Buffer.from(withoutPlace(photo, "image/heic")).includes(degrees)).toBe(false);
  });

  test("a photo without it, a torn one, and what is no photo come back as they were", () => {
    expect(withoutPlace(files.jpeg(), "image/jpeg")).toEqual(files.jpeg());
    expect(withoutPlace(files.pdf(), "application/pdf")).toEqual(files.pdf());
    const torn = files.jpegWithPlace("MM").subarray(0, 40);
    expect(withoutPlace(torn, "image/jpeg")).toHaveLength(40);
    for (let length = 0; length < 80; length++) withoutPlace(files.tiffWithPlace("II").subarray(0, length), "image/jpeg");
  });
});
