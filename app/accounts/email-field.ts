import { z } from "zod";

/** An address as it is typed into a form. `asking` is said where there is none. */
export const emailField = (asking: string) =>
  z.string({ error: asking }).trim().min(1, asking).max(254, "Enter an e-mail address of at most 254 characters").pipe(z.email("Enter an e-mail address like name@example.org"));
