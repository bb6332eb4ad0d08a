/** A status list as of W3C's Bitstring Status List: two bits for each credential in it. */
import type { FoundMark } from "../found-mark";
import type { MarkStatus } from "../mark";

/** Places in a list: the least that the standard allows, so that a place says nothing about whom it is. */
export const listLength = 131_072;
const bitsEach = 2;

/** What two bits say. Readers that look at the first of them alone take what is suspended or withdrawn for revoked, and nothing else. */
export const listValues = { current: 0, superseded: 1, suspended: 2, withdrawn: 3 } as const;
export type ListValue = (typeof listValues)[keyof typeof listValues];

/**
 * What the list says of a mark in this state. Only what is in force is current. What the holder gave up reads as withdrawn, by the holder;
 * what is over by its own date reads as superseded by time: its credential has run out as well.
 */
export const listValue: Record<MarkStatus, ListValue> = {
  live: listValues.current,
  renewal_being_assessed: listValues.current,
  under_review: listValues.current,
  suspended: listValues.suspended,
  withdrawn: listValues.withdrawn,
  surrendered: listValues.withdrawn,
  expired: listValues.superseded,
  superseded: listValues.superseded,
};

/** The same of a mark that another holds than its credential names: what the credential says is no longer so, whoever shows it, even while the mark is in force. */
export const listValueOf = ({ transferredSince }: Pick<FoundMark, "transferredSince">, status: MarkStatus): ListValue =>
  transferredSince !== null && listValue[status] === listValues.current ? listValues.superseded : listValue[status];

/** The values and their names, as an entry in a credential spells them. */
export const statusMessages = Object.entries(listValues).map(([message, value]) => ({ status: `0x${value.toString(16)}`, message }));

/** The bits of a list, all current but what is said. Throws RangeError on a place that no list has. */
export function bitsOf(values: Iterable<{ index: number; value: ListValue }>): Uint8Array {
  const bits = new Uint8Array((listLength * bitsEach) / 8);
  for (const { index, value } of values) {
    const place = placeOf(index);
    bits[place.byte] = (bits[place.byte]! & ~(0b11 << place.shift)) | (value << place.shift);
  }
  return bits;
}

/** What the list says at a place. Throws RangeError on a place that this list does not have. */
export function valueAt(bits: Uint8Array, index: number): ListValue {
  const { byte, shift } = placeOf(index, (bits.length * 8) / bitsEach);
  return ((bits[byte]! >> shift) & 0b11) as ListValue;
}

/** The first entry is in the highest bits of the first byte. */
function placeOf(index: number, length = listLength) {
  if (!Number.isInteger(index) || index < 0 || index >= length) throw new RangeError(`A status list has no place ${index}.`);
  return { byte: index >> 2, shift: 6 - (index & 0b11) * bitsEach };
}
