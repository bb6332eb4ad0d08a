/** A page that says what went wrong, what became of what was sent, and what to do next. */
export type Problem = { title: string; what: string; next: string };

/** The words for an HTTP status. Statuses without words of their own get those of their family. */
export function problemOf(status: number): Problem {
  return known[status] ?? (status >= 400 && status < 500 ? refused : broken);
}

const refused: Problem = {
  title: "We could not use what was sent",
  what: "Something in the address or the form was not as we expected. Nothing was changed.",
  next: "Go back, load the page again and have another try.",
};
const broken: Problem = {
  title: "Sorry, something went wrong here",
  what: "This is our fault, not yours. What you had saved before is safe; the last thing you sent may not have been kept.",
  next: "Try again in a minute. If it happens again, tell us what you were doing.",
};

const known: Record<number, Problem> = {
  400: refused,
  403: {
    title: "You cannot do this",
    what: "You are signed in, but this is for somebody with another role. Nothing was changed.",
    next: "If you think you should be able to, ask the person who invited you.",
  },
  404: {
    title: "We cannot find this page",
    what: "It may have moved, the address may have a slip in it, or it may be for somebody else to see.",
    next: "Check the address. If you should be able to see it, sign in and open it again.",
  },
  405: { title: "This address does not work that way", what: "The page was asked to do something it does not do. Nothing was changed.", next: "Start again from the first page." },
  409: {
    title: "Somebody was faster",
    what: "This has changed since you opened the page, so what you just sent was not used.",
    next: "Go back, load the page again to see how it stands now, then decide whether there is still something to do.",
  },
  413: {
    title: "That is too big to send",
    what: "A file may have up to 20 MB, on some pages less. Nothing from this page was kept; everything saved before is safe.",
    next: "Go back and choose a smaller file: a photo taken at a smaller size is enough.",
  },
  429: { title: "Too many tries", what: "Something was tried many times in a short while, so we have paused it.", next: "Wait ten minutes, then try again." },
  503: { title: "We are not able to answer just now", what: "What you had saved before is safe.", next: "Try again in a few minutes." },
};
