/** The lower half of a certificate's page, which has its place: until when, how to check, and what a mark means. */

import { type Block, beside, gap, shapes, stack, text, textToRight } from "~/platform/paper/block";
import { colours, measure } from "~/platform/paper/drawing";
import { paths } from "~/platform/paths";
import { formatDay } from "~/ui/dates";
import { type About, display, paint, plain, sizes, strong } from "./certificate-type";
import { drawSquare, squareFor } from "./qr";
import { put } from "./words";

/** From the dates down to who issued it. Always the same height for the same words. */
export function bottomOf(about: About): Block {
  const { certificate, words, faces, issuer } = about;
  const { title: standard, version } = certificate.standard;
  const half = { width: (measure - 24) / 2, left: (measure + 24) / 2 };
  const explained = (title: string, body: string) =>
    stack(
      text(display(title, faces), paint({ size: 11.5, leading: 15 }, colours.yew), half.width),
      gap(2),
      text(plain(body, faces), paint({ size: 9.2, leading: 12 }, colours.peat), half.width, "evenly"),
    );
  const fine = paint({ size: 8, leading: 10.5 }, colours.stone);
  return stack(
    datesOf(about),
    gap(9),
    checkPanel(about),
    gap(13),
    beside(
      { left: 0, block: explained(words.means.title, put(certificate.contact_tested ? words.means.text : words.means.untested, { standard, version })) },
      { left: half.left, block: explained(words.not.title, words.not.text) },
    ),
    gap(11),
    text(plain(words.accessible, faces), paint(fine, colours.stone), measure),
    gap(3),
    beside(
      { left: 0, block: text(plain(put(words.issuer, { issuer }), faces), paint(fine, colours.peat), measure - 150) },
      { left: 0, block: textToRight(plain(put(words.number, { number: certificate.number }), faces), fine, measure) },
    ),
  );
}

function datesOf({ certificate, language, words, faces }: About): Block {
  const label = (words: string) => text(strong(words, faces), paint(sizes.label, colours.stone), 160);
  const date = (name: string, day: string, note?: string) =>
    stack(
      label(name),
      gap(3),
      text(display(formatDay(day, language), faces), { size: 14.5, leading: 19, colour: colours.peat }, 160),
      text(plain(note ?? "", faces), paint(sizes.small, colours.stone), 220),
    );
  return beside(
    { left: 0, block: date(words.awarded, certificate.awarded_on) },
    { left: 152, block: date(words.until, certificate.valid_until, words.untilNote) },
    { left: 317, block: stack(label(words.code), gap(3), text([{ text: certificate.code, faces: [faces.code] }], { size: 15.5, leading: 19, colour: colours.peat }, 180)) },
  );
}

/** The square, and what to do with it. Grows with the square, which grows with our address. */
function checkPanel({ certificate, words, faces, origin }: About): Block {
  const square = squareFor(origin, certificate.code);
  const height = Math.max(116, square.side + 5);
  const left = 10 + square.side + 17;
  const width = measure - left - 12;
  const [before = "", after = ""] = words.check.answer.split("{address}");
  const answer = [...plain(before, faces), ...strong(hostOf(origin) + paths.verify, faces), ...plain(after, faces)];
  const advice = stack(
    text(display(words.check.question, faces), { size: 15.5, leading: 19, colour: colours.yew }, width),
    gap(3),
    text(answer, paint({ size: 10.5, leading: 14 }, colours.peat), width),
    gap(3),
    text(plain(put(words.check.address, { origin: `${origin}/` }), faces), paint({ size: 9, leading: 12 }, colours.stone), width),
  );
  const ground = shapes(height, ({ x, y }) => [
    { type: "rect", x, y, w: measure, h: height, color: colours.chalk },
    { type: "rect", x, y, w: 4, h: height, color: colours.gorse },
  ]);
  return beside(
    { left: 0, block: ground },
    { left: 10, block: { height, draw: ({ x, y }) => [drawSquare(square, { x, y: y + (height - square.side) / 2 })] } },
    { left, block: stack(gap((height - advice.height) / 2), advice) },
  );
}

const hostOf = (origin: string) => origin.replace(/^https?:\/\//, "");
