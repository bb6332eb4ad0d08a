/** Who reads: the assessor reads everything, the second reader the must-haves, or everything where the case is read twice as a whole, blind. */
export const parts = ["assessor", "second_reader"] as const;
export type Part = (typeof parts)[number];

export const partWords: Record<Part, string> = { assessor: "assessor", second_reader: "second reader" };
