import { Letter, type LetterOutcome } from "~/marks/letter";

const point = (id: string, title: string, level: number | null, reason: string, must_have = false) => ({ id, title, must_have, level, reason });

/** A letter of each outcome, about the same six points. */
export function letterOf(outcome: LetterOutcome, part: Partial<Letter> = {}): Letter {
  return Letter.parse({
    reference: "C-0042",
    date: "2026-11-20",
    provider: "Marsh End Community Allotment",
    standard: { title: "Referral capacity", version: "1.0.0" },
    outcome,
    criteria: [
      point("RC-1.1", "The phone and email work", 2, "We rang twice and wrote once. All answered within a day.", true),
      point("RC-2.3", "A fair waiting list", null, ""),
      point("RC-2.5", "Cover, breaks and closing down", 0, "No second person is named yet."),
      point("RC-3.3", "First contact on time", 3, "Within two days for all nine people this year."),
      point("RC-4.2", "Insured for what you do", 1, "The schedule does not name the allotment.", true),
      point("RC-5.1", "Keeping in touch with referrers", 2, "A text says who came."),
    ],
    todo: [
      {
        id: "RC-4.2",
        title: "Insured for what you do",
        why: "The schedule does not name the allotment.",
        enough: "A photo of the schedule, or the host body’s letter saying that you are covered.",
      },
      { id: "RC-2.5", title: "Cover, breaks and closing down", why: "No second person is named yet.", enough: "Name a role for the second person and write three lines." },
    ],
    decidedBy: "Decision-maker. Did not assess your answers.",
    next: [
      { by: "2026-12-18", what: "Send us what is listed above." },
      { by: "If something is not clear", what: "Please ring. A person will answer." },
    ],
    ...part,
  });
}
