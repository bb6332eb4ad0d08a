/** Whether words give away who told us: their whole name, their surname, or how to reach them. A short name could be any word. */
export function namesSomebody(words: string, { name, contact }: { name: string; contact: string }): boolean {
  const said = plain(words);
  const names = plain(name).split(" ").filter(Boolean);
  const surname = names.length > 1 ? names.at(-1)! : "";
  const telling = [names.join(" "), surname, contact.includes("@") ? contact.toLowerCase() : ""].filter((each) => each.length > 2);
  const digits = contact.replace(/\D/g, "");
  return (
    telling.some((each) => (each.includes("@") ? words.toLowerCase().includes(each) : ` ${said} `.includes(` ${each} `))) ||
    (digits.length > 6 && words.replace(/\D/g, "").includes(digits))
  );
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[’']s\b/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
