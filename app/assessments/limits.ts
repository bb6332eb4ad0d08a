/** Things shown for one criterion, at most. */
export const mostEvidence = 5;

/** Characters that a draft keeps at most, whatever a submission allows. */
export const mostKept = { how: 5000, privateNote: 2000, plan: 2000 } as const;

/** Characters, spaces at the ends not counted. */
export const bounds = {
  how: { least: 20, most: 1500 },
  naWords: { least: 20, most: 300 },
  planWhat: { least: 10, most: 500 },
  evidenceWords: { least: 2, most: 1500 },
} as const;
export type Bounds = { least: number; most: number };

/** Characters as everybody counts them here: one for a line end, none for space at the ends. */
export const lengthOf = (text: string | undefined) => text?.trim().length ?? 0;

/** A page anybody can open: http or https, and a host with a dot in it. */
export const isWebAddress = (text: string) => /^https?:\/\/[^\s/?#.]+(\.[^\s/?#.]+)+([/?#]\S*)?$/i.test(text);
