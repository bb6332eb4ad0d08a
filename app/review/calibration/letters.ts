import type { Day } from "~/platform/calendar";
import { formatDay } from "~/ui/dates";
import type { Told } from "../letter";

type About = { name: string; group: string; url: string };
const letter = ({ name, url }: About, subject: string, paragraphs: string[], words: string): Told => ({
  subject,
  body: { greeting: `Hello ${name},`, paragraphs, action: { words, url }, signature: "Waymark" },
});

/** To whoever is asked to rate. */
export const invited = (about: About, { criteria, closesOn }: { criteria: number; closesOn: Day }): Told =>
  letter(
    about,
    `To practise on together: ${about.group}`,
    [
      `You are asked to rate ${criteria === 1 ? "one criterion" : `${criteria} criteria`} of ${about.group}, a group that we have invented. So are others. Nobody sees what anybody else says until all of you are done, or until the end of ${formatDay(closesOn)}.`,
      "It is for us to learn from. It counts towards nothing.",
    ],
    "Rate it",
  );

/** To everybody who was asked, and to whoever made it. */
export const revealed = (about: About): Told =>
  letter(
    about,
    `All ratings are there to see: ${about.group}`,
    [`Everybody’s ratings of ${about.group} can be seen now, with their reasons.`, "Where you differ most is worth talking about."],
    "See them all",
  );
