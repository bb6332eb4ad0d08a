import type { SchemeRole } from "./actor";

const minute = 60_000;
/** Whatever is done with it, a session ends after this long. */
export const sessionLength = 12 * 60 * minute;
/** How long nothing may happen. Shorter for those who see many providers' work. */
export const idleLimit = (roles: readonly SchemeRole[]) => (roles.length > 0 ? 30 : 60) * minute;
/** When it was last used is written at most this often. */
export const seenEvery = minute;

export type SessionTimes = { seenAt: Date; expiresAt: Date; endedAt: Date | null };

/** Is this session still good? It was not ended, its day is not over, and it was not left alone for too long. */
export function holds({ seenAt, expiresAt, endedAt }: SessionTimes, roles: readonly SchemeRole[], now: Date): boolean {
  return endedAt === null && now < expiresAt && now.getTime() - seenAt.getTime() < idleLimit(roles);
}
