import { z } from "zod";

/** So many may one person follow: more than a practice refers to, and no way to make us write without end. */
export const mostFollowed = 500;

/** What of a group is followed: the marks for the standard of the one that was looked at, or all of them. */
export const followable = ["mark", "group"] as const;

/** What the form sends. The code is read by whoever finds the mark. */
export const FollowForm = z.object({ code: z.string(), what: z.enum(followable) });
export type FollowForm = z.infer<typeof FollowForm>;
