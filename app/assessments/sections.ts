import { isLeft, type Task } from "./progress";

/** Who looks after a section, and who said that it is done: one row of `section_work`, with names. */
export type SectionWork = { section: string; given: Person | undefined; done: { by: string; at: Date } | undefined };
type Person = { personId: string; name: string; title: string };
/** An answer as it was last saved. */
export type SavedAnswer = { criterion: string; savedAt: Date; savedBy: string };

export type Section = {
  id: string;
  title: string;
  tasks: Task[];
  /** Questions that somebody still has to do something about. */
  left: number;
  given: Person | undefined;
  /** Done only because a person said so. `changedSince`: an answer in it was saved after that. */
  done: { by: string; at: Date; changedSince: boolean } | undefined;
  lastSaved: { at: Date; by: string } | undefined;
};

/** The sections that have questions for this group, in reading order, with who does what and how each stands. */
export function sectionsOf(titles: readonly { id: string; title: string }[], tasks: readonly Task[], work: readonly SectionWork[], saved: readonly SavedAnswer[]): Section[] {
  return titles.flatMap(({ id, title }) => {
    const own = tasks.filter(({ section }) => section === id);
    if (own.length === 0) return [];
    const said = work.find(({ section }) => section === id);
    const last = newest(saved.filter(({ criterion }) => own.some((task) => task.id === criterion)));
    const done = said?.done && { ...said.done, changedSince: last !== undefined && last.savedAt > said.done.at };
    return [{ id, title, tasks: own, left: own.filter(isLeft).length, given: said?.given, done, lastSaved: last && { at: last.savedAt, by: last.savedBy } }];
  });
}

/** The answer that was saved last. */
export const newest = (saved: readonly SavedAnswer[]): SavedAnswer | undefined =>
  saved.reduce<SavedAnswer | undefined>((last, each) => (last && last.savedAt >= each.savedAt ? last : each), undefined);

/** The next question for somebody: in a section of their own, then in one that nobody has, then in anybody's. Undefined when nothing is left. */
export function nextFor(personId: string, sections: readonly Section[]): Task | undefined {
  const turns = [sections.filter(({ given }) => given?.personId === personId), sections.filter(({ given }) => given === undefined), sections];
  return turns.flatMap((some) => some.flatMap(({ tasks }) => tasks)).find(isLeft);
}

export type Share = { name: string | undefined; title: string; sections: number; left: number };

/** Who has how much to do: everybody with a section, by name, and at the end what nobody has yet. */
export function sharesOf(sections: readonly Section[]): Share[] {
  const shares = new Map<string, Share>();
  for (const { given, left } of sections) {
    const share = shares.get(given?.personId ?? "") ?? { name: given?.name, title: given?.title ?? "", sections: 0, left: 0 };
    shares.set(given?.personId ?? "", { ...share, sections: share.sections + 1, left: share.left + left });
  }
  return [...shares.values()].sort((a, b) => (a.name === undefined ? 1 : b.name === undefined ? -1 : a.name.localeCompare(b.name)));
}
