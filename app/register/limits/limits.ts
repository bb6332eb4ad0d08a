import type { Most } from "~/platform/often";

/**
 * Unknown well-formed codes an hour. Of what people mistype, the check character lets one in thirty-two through, and of single slips none: a surgery with fifty people behind one address
 * has none for weeks. Two thousand an hour in all are one chance in 10⁹ a year to meet one of 10⁵ marks.
 */
export const askedMost: Most = { address: 100, everybody: 2_000 };
