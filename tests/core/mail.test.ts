import fc from "fast-check";
import { expect, test } from "vitest";
import { mailBody } from "~/platform/mail";

const letter = { greeting: "Hello Pat,", paragraphs: ["One.", "Two."], action: { words: "Sign in", url: "https://waymark.example/sign-in/link/a-b_c" }, signature: "Waymark" };

test("the same words are in the text and in the HTML", () => {
  const { text, html } = mailBody(letter);
  expect(text).toBe("Hello Pat,\n\nOne.\n\nTwo.\n\nSign in: https://waymark.example/sign-in/link/a-b_c\n\nWaymark");
  for (const words of ["Hello Pat,", "One.", "Two.", '<a href="https://waymark.example/sign-in/link/a-b_c">Sign in</a>', "Waymark"]) expect(html).toContain(words);
});

test("whatever a person typed shows as they typed it, and makes nothing else of the mail", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "a", "\n", "script", "</p>", "<img src=x onerror=alert(1)>") }), (typed) => {
      const { text, html } = mailBody({ ...letter, greeting: typed, action: { words: typed, url: `https://waymark.example/${typed}` }, signature: typed });
      expect(text.startsWith(typed)).toBe(true);
      const tags = html.match(/<[^>]*>/g)?.map((tag) => tag.replace(/ href="[^"<>]*"/, "")) ?? [];
      expect(new Set(tags)).toEqual(
        new Set(["<!doctype html>", '<html lang="en-GB">', "<body>", "<p>", "</p>", "<a>", "</a>", ...(typed.includes("\n") ? ["<br>"] : []), "</body>", "</html>"]),
      );
    }),
  );
});

test("a mail with nothing to do has no link", () => expect(mailBody({ ...letter, action: undefined }).html).not.toContain("<a"));
