/** What a route may say about its page: `export const handle: PageHandle = { wide: true }`. */
export type PageHandle = {
  /** Sends React to the browser. Without it a page has no scripts. */
  hydrate?: boolean;
  /** The page of somebody signed in, or about to: adds the second stylesheet, and is kept out of search engines. */
  work?: boolean;
  /** A public page with choices, dates or lists to pick from: adds the second stylesheet. */
  fields?: boolean;
  /** Uses more of a wide screen. */
  wide?: boolean;
  /** All its words are there in every language: it offers them, and answers in the one that is asked for. */
  translated?: boolean;
  /** The page draws the way to other languages itself: what is typed is saved first. */
  ownSwitch?: boolean;
  /** The page sets its own width with `Width`; the frame does not. */
  bleed?: boolean;
};
