import { expect, test } from "vitest";
import { markStatuses } from "~/marks/mark";
import { snippetsFor } from "~/marks/showing/snippet";
import { levelNamesIn, statusNamesIn } from "~/marks/status-words";
import { languages } from "~/platform/words";

const given = { code: "7K3M-9QXT-2B4H", origin: "https://waymark.example" };

test("the line is a link around the live badge, with its size and words of its own", () => {
  expect(snippetsFor({ ...given, language: "en" })).toMatchInlineSnapshot(`
    {
      "alt": "Waymark quality mark 7K3M-9QXT-2B4H: see here whether it is in force today",
      "html": "<a href="https://waymark.example/marks/7K3M-9QXT-2B4H" lang="en-GB"><img src="https://waymark.example/marks/7K3M-9QXT-2B4H/badge.svg" width="220" height="84" alt="Waymark quality mark 7K3M-9QXT-2B4H: see here whether it is in force today"></a>",
      "language": "en",
      "page": "https://waymark.example/marks/7K3M-9QXT-2B4H",
      "picture": "https://waymark.example/marks/7K3M-9QXT-2B4H/badge.svg",
      "png": "<a href="https://waymark.example/marks/7K3M-9QXT-2B4H" lang="en-GB"><img src="https://waymark.example/marks/7K3M-9QXT-2B4H/badge.png" width="220" height="84" alt="Waymark quality mark 7K3M-9QXT-2B4H: see here whether it is in force today"></a>",
      "short": "waymark.example/m/7K3M-9QXT-2B4H",
      "text": "<a href="https://waymark.example/marks/7K3M-9QXT-2B4H" lang="en-GB">Waymark quality mark 7K3M-9QXT-2B4H: see here whether it is in force today</a>",
    }
  `);
});

test("in Welsh everything it leads to and shows is in Welsh", () => {
  const { page, picture, html, png, text, short } = snippetsFor({ ...given, language: "cy" });
  expect([page, picture]).toEqual(["https://waymark.example/marks/7K3M-9QXT-2B4H?lang=cy", "https://waymark.example/marks/7K3M-9QXT-2B4H/badge.svg?lang=cy"]);
  expect(html).toMatch(/^<a href="[^"]+\?lang=cy" lang="cy"><img src="[^"]+\?lang=cy" width="220" height="84" alt="Marc ansawdd Waymark [^"]+"><\/a>$/);
  expect([png, text, short]).toEqual([expect.stringContaining("badge.png?lang=cy"), expect.stringContaining(">Marc ansawdd Waymark"), "waymark.example/m/7K3M-9QXT-2B4H?lang=cy"]);
});

test.each(languages)("in %s nothing in it runs, styles or can go out of date", (language) => {
  const { html, png, text, alt } = snippetsFor({ ...given, language });
  for (const line of [html, png, text]) {
    expect(line).not.toMatch(/<script|style=|\son\w+=|<iframe|\n/);
    expect(line.startsWith("<a ") && line.endsWith("</a>")).toBe(true);
  }
  for (const word of [...Object.values(levelNamesIn(language)), ...markStatuses.map((status) => `${statusNamesIn(language)[status]}.`)]) expect(alt).not.toContain(word);
});
