import { Resvg } from "@resvg/resvg-js";
import { colours } from "~/platform/paper/drawing";
import { cap, posts } from "~/platform/paper/logo";
import { outline } from "~/platform/paper/outlines.server";
import type { Badge } from "./badge";

const size = { width: 220, height: 84 };
const left = 60;
const line = { at: [16, 35, 49, 65, 77], size: [9.5, 17, 10.5, 11, 9], face: ["text", "strong", "text", "code", "text"] } as const;
const haw = "#8E1F2B";

/** What stands behind the words: the same three looks as the answer on the mark's page. */
const looks = {
  live: {
    words: [colours.peat, colours.yew, colours.peat, colours.peat, colours.peat],
    ground: `<path fill="${colours.white}" d="M0 0h220v84H0z"/><path fill="${colours.yew}" d="M0 0h50v84H0z"/><path fill="none" stroke="${colours.yew}" stroke-width="2" d="M1 1h218v82H1z"/><g transform="translate(2.5 20) scale(.68)"><path fill="${colours.white}" d="${posts}"/><path fill="${colours.gorse}" d="${cap}"/></g>`,
  },
  stop: {
    words: Array(5).fill(colours.white),
    ground: `<path fill="${haw}" d="M0 0h220v84H0z"/><path fill="${colours.white}" d="M16 25 36 16.600V31H16zM16 51h20v14H16zM7 36h38v10H7z"/>`,
  },
  end: {
    words: Array(5).fill(colours.peat),
    ground: `<path fill="${colours.white}" d="M0 0h220v84H0z"/><path fill="none" stroke="${colours.stone}" d="M.5.5h219v83H.5zM3.500 3.500h213v77h-213z"/><path fill="${colours.stone}" d="M46 56V40H20L15 56zM17 40h-3.500L8.500 56H12z"/><path stroke="${colours.stone}" stroke-width="2" d="M8 59h39"/>`,
  },
};

/** The badge as SVG, every letter outlined; its title says the same words. */
export function badgeSvg({ look, lines, title }: Badge): string {
  const { words, ground } = looks[look];
  const width = size.width - left - 8;
  const shapes = lines.map(
    (text, place) => `<path fill="${words[place]}" d="${outline(text, line.face[place]!, { at: { x: left, y: line.at[place]! }, size: line.size[place]!, width })}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="t"><title id="t">${escaped(title)}</title>${ground}${shapes.join("")}</svg>\n`;
}

/** The same as PNG, three times as large so that it is sharp on every screen. Nothing is loaded, from this machine or another: there is no text left in it. */
export const badgePng = (svg: string): Uint8Array => new Resvg(svg, { fitTo: { mode: "zoom", value: 3 }, font: { loadSystemFonts: false } }).render().asPng();

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (each) => entities[each]!);
