export type PrintRefusal = "no_font" | "does_not_fit" | "address_too_long";

/** A document that cannot be set as it should be. Nothing is ever printed with boxes, overlaps or an empty square instead. */
export class CannotPrint extends Error {
  override readonly name = "CannotPrint";

  constructor(
    readonly why: PrintRefusal,
    message: string,
  ) {
    super(message);
  }

  static noFont(word: string): CannotPrint {
    const points = [...word].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
    return new CannotPrint("no_font", `None of our typefaces can set “${word}” (${points.join(" ")}).`);
  }
}
