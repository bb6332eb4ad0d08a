/** Which of its three numbers a version raises: what it may change against the one before. */
export const parts = ["patch", "minor", "major"] as const;
export type Part = (typeof parts)[number];

/** What each may change. */
export const partWords: Record<Part, { title: string; may: string }> = {
  patch: { title: "Typing errors", may: "Nothing that anybody would answer or rate differently. It needs no consultation." },
  minor: { title: "Clearer words", may: "Clearer words, more ways to show something, advice that is not scored. No mark and no answer that was given is harmed." },
  major: {
    title: "Anything that could change a rating or an outcome",
    may: "Tests, weights, must-haves, criteria that come or go. Marks stay as they were given; drafts are moved with their people’s agreement.",
  },
};

/** The number that follows: 1.2.3 → 1.2.4, 1.3.0 or 2.0.0. */
export function nextVersion(version: string, part: Part): string {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (part === "major") return `${major + 1}.0.0`;
  return part === "minor" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** Which number was raised from the first to the second. */
export function partBetween(from: string, to: string): Part {
  const [a, b] = [from.split("."), to.split(".")];
  return a[0] !== b[0] ? "major" : a[1] !== b[1] ? "minor" : "patch";
}
