/** The one source of "now". Passed in everywhere, so that tests stop it and the demo moves it. */
export type Clock = { now(): Date };
