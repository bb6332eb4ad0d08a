/** A PDF of five megabytes that is nothing but what looks like codes: finding them all needs more memory than a thread that reads files is given. */
export const manyCodes = (): Buffer => Buffer.from(`%PDF-1.7\n${"ES4F-T5GV-6HWY ".repeat(345_000)}\nstartxref\n0\n%%EOF\n`);
