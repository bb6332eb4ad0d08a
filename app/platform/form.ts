import type { z } from "zod";

/** One sentence a field, the first of each, by the field's name: what an error summary and the fields take. Inner fields are joined by hyphens. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[path.join("-")] ??= message;
  return errors;
}
