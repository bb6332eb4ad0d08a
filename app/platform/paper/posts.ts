import { colours, polygon, type Vector } from "./drawing";

/** Three posts, filled up to a level: the shape says it, and a word beside it says it again. */
export function posts(level: number) {
  const post = (place: number): Vector => {
    const [left, right] = [place * 10 + 1, place * 10 + 6.4];
    return { ...polygon([left, 4.2, right, 1.9, right, 10.4, left, 10.4], place < level ? colours.yew : colours.white), lineColor: colours.yew, lineWidth: 0.8 };
  };
  return { canvas: [0, 1, 2].map(post) };
}
