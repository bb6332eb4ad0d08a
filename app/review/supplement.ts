import { z } from "zod";
import { asKept, EvidenceItem, SubmissionContent } from "~/assessments/answer";
import { mostEvidence } from "~/assessments/limits";

export const supplementWhys = ["question", "deferral", "facts", "condition"] as const;
export type SupplementWhy = (typeof supplementWhys)[number];

/** Of the words of one, in characters. */
export const longestAnswer = 5000;

/** What a provider adds to one criterion after it has sent, as canonical JSON in `supplements.content`. Files and pages shown are frozen with it, as in a submission. */
export const SupplementContent = z.strictObject({
  words: z.string().overwrite(asKept).max(longestAnswer, "Use 5,000 characters or fewer"),
  evidence: z.array(EvidenceItem).max(mostEvidence),
  files: SubmissionContent.shape.files,
  links: SubmissionContent.shape.links,
});
export type SupplementContent = z.infer<typeof SupplementContent>;

/** Whether there is anything in it to send. */
export const saysSomething = ({ words, evidence }: SupplementContent): boolean => words.trim() !== "" || evidence.length > 0;

/** One that was sent. Nobody but the provider's own people sees a draft of one. */
export type Supplement = {
  id: string;
  criterion: string;
  why: SupplementWhy /** The question it answers, or what else asked for it. */;
  sourceId: string | null;
  sentAt: Date;
  content: SupplementContent;
};

/** As the database hands it over: the content is text, so that it can be hashed. */
export const KeptSupplement = z.object({
  id: z.string(),
  criterion: z.string(),
  why: z.enum(supplementWhys),
  sourceId: z.string().nullable(),
  sentAt: z.coerce.date(),
  content: z.string().transform((text) => SupplementContent.parse(JSON.parse(text))),
});

/** Why it was sent, as a reader sees it. */
export const supplementWords: Record<SupplementWhy, string> = {
  question: "In answer to a question",
  deferral: "Since the decision was put off",
  facts: "When they checked the facts",
  condition: "To meet a condition",
};
