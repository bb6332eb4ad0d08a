/** A question that is ready to be sent. `for`: the kind of evidence it helps with. A group reads it in its own language, by its key. */
type QuestionTemplate = { key: string; for: string; words: string };

/** Ready-made questions, by kind of evidence. A key is kept with what was sent: none is ever renamed or used for other words. */
export const questionTemplates = [
  { key: "example", for: "An example", words: "Please tell us about the last time you did this. What happened, step by step? Leave out names." },
  { key: "document", for: "A document", words: "The paper you showed us does not say this. Is it written down anywhere else? If so, please show us." },
  { key: "dated", for: "A document", words: "When was this last looked at, and by whom?" },
  { key: "numbers", for: "Numbers", words: "How did you count this, and over which months?" },
  { key: "page", for: "A web page", words: "We could not find this on the page you showed us. Where does it say so?" },
  { key: "who", for: "People", words: "Who does this when that person is away?" },
  { key: "told", for: "People", words: "How do people who come to you find out about this?" },
  { key: "not_seen", for: "Anything", words: "We could not open or read what you showed us. Can you tell us in your own words what it says, or show it again?" },
] as const satisfies readonly QuestionTemplate[];

/** The ready-made question of this key. */
export const templateOf = (key: string | null): (typeof questionTemplates)[number] | undefined => questionTemplates.find((each) => each.key === key);
