/** The upper half of a certificate's page: who holds what. It can be set closer where there is much to say. */
import { type Block, baseline, beside, gap, rule, shapes, stack, type Type, text, textToRight } from "~/platform/paper/block";
import { colours, measure, placePath } from "~/platform/paper/drawing";
import { breakLines, type Faces, widestWord } from "~/platform/paper/fit";
import { logo } from "~/platform/paper/logo";
import { formatDay } from "~/ui/dates";
import { type About, display, paint, plain, sizes, strong } from "./certificate-type";
import { countIn, put } from "./words";

const rightColumn = { left: measure - 190, width: 190 };
/** Kept free beside the name, where the post stands in the landscape. */
const besideName = 116;

/** From the logo down to what the mark covers. `room` from 2, generous, by 1, good, to 0, as close as it can be read. */
export function topOf(about: About, room: number): Block {
  const { certificate, words, faces } = about;
  const { name, area, identifiers } = certificate.holder;
  const details = [area, ...identifiers].filter((each) => each.trim() !== "").join(" · ");
  return stack(
    header(about),
    gap(10 + 48 * room),
    text(strong(words.heldBy, faces), paint({ size: 10, leading: 13 }, colours.stone), measure),
    gap(3 + 4 * room),
    nameOf(name, faces, room),
    gap(3 + 2 * room),
    details === "" ? undefined : text(plain(details, faces), paint({ size: 10.5, leading: 13.5 }, colours.stone), measure - besideName),
    gap(6 + 22 * room),
    rule(measure),
    gap(7 + 8 * room),
    beside({ left: 0, block: levelOf(about) }, { left: rightColumn.left, block: standardOf(about) }),
    gap(7 + 9 * room),
    certificate.scope.length === 0 ? undefined : stack(rule(measure), gap(7 + 8 * room), scopeOf(about, room)),
  );
}

function header({ words, faces }: About): Block {
  const strap = paint({ size: 10, leading: 13 }, colours.yew);
  return beside(
    { left: 0, block: { height: 34, draw: (at) => [logo(at, 124)] } },
    {
      left: 0,
      block: stack(
        gap(12),
        textToRight(plain(words.strap, faces), strap, measure),
        words.draft ? textToRight(plain(words.draft, faces), paint(sizes.small, colours.bracken), measure) : undefined,
      ),
    },
  );
}

/** As large as it can be on few lines; never so large that a word has to be cut. */
function nameOf(name: string, faces: Faces, room: number): Block {
  const stretches = display(name, faces);
  const width = measure - besideName;
  const largest = room >= 1 ? 36 : room >= 0.5 ? 30 : 24;
  const ladder = [36, 33, 30, 27, 24, 22, 20, 18, 16, 14].filter((size) => size <= largest);
  const lines = (size: number) => (size >= 27 ? 2 : size >= 22 ? 3 : 4);
  const fits = (size: number) => widestWord(stretches, size) <= width && breakLines(stretches, size, width).length <= lines(size);
  const size = ladder.find(fits) ?? 14;
  return text(stretches, { size, leading: size * 1.16, colour: colours.yew }, width, "evenly");
}

function levelOf({ certificate, language, words, faces }: About): Block {
  const { level, conditions } = certificate;
  const { name, meaning, one, two } = words.levels[level];
  const width = rightColumn.left - 28;
  const sentence = [undefined, one, two][conditions?.count ?? 0] ?? meaning;
  const values: Record<string, string> = conditions ? { count: countIn(language, conditions.count), by: formatDay(conditions.by, language).replaceAll(" ", "\u00a0") } : {};
  return stack(
    text(strong(words.level, faces), paint(sizes.label, colours.stone), width),
    gap(4),
    text(display(name, faces), levelType(name), width),
    gap(2),
    text(plain(put(sentence, values), faces), paint(sizes.body, colours.peat), width),
  );
}

/** Its first line stands on the line of the level's name. */
function standardOf({ certificate, words, faces }: About): Block {
  const { title, version } = certificate.standard;
  const type = { size: 15.5, leading: 18, colour: colours.peat };
  return stack(
    text(strong(words.standard, faces), paint(sizes.label, colours.stone), rightColumn.width),
    gap(4 + baseline(levelType(words.levels[certificate.level].name)) - baseline(type)),
    text(display(title, faces), type, rightColumn.width),
    gap(2),
    text(plain(put(words.version, { version }), faces), paint(sizes.body, colours.stone), rightColumn.width),
  );
}

const levelType = (name: string): Type => (name.length > 16 ? { size: 20.5, leading: 26, colour: colours.yew } : { size: 26, leading: 31, colour: colours.yew });

function scopeOf({ certificate: { scope }, words, faces }: About, room: number): Block {
  const columns = scope.length > 3 ? 2 : 1;
  const size = (scope.length > 6 ? 10.5 : scope.length > 3 ? 11 : 12) - (room < 0.5 ? 1 : 0);
  const width = columns === 2 ? (measure - 14) / 2 : measure;
  const type = paint({ size, leading: size * 1.3 }, colours.peat);
  const item = (activity: string) =>
    stack(beside({ left: 0, block: bullet(baseline(type) - 0.26 * size) }, { left: 12, block: text(plain(activity, faces), type, width - 22) }), gap(1 + 4 * room));
  const half = Math.ceil(scope.length / columns);
  return stack(
    text(strong(words.covers, faces), paint(sizes.label, colours.stone), measure),
    gap(4 + 3 * room),
    beside({ left: 0, block: stack(...scope.slice(0, half).map(item)) }, { left: measure - width, block: stack(...scope.slice(half).map(item)) }),
  );
}

/** The painted cap of the post, its middle so far below the top. */
const bullet = (middle: number) => shapes(0, ({ x, y }) => [{ type: "path", d: placePath("M0 2.5L6 0L6 4.9L0 7.4Z", { x, y: y + middle - 3.1 }, 0.83), color: colours.gorse }]);
