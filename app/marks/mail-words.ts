import type { Letter } from "~/platform/mail";

/** A mail but for who it is to. */
export type MailWords = { subject: string; body: Omit<Letter, "greeting" | "signature"> };
