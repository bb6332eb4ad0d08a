export const contactRoutes = ["phone", "email"] as const;
export type ContactRoute = (typeof contactRoutes)[number];

/** One test of a provider's phone or e-mail. `at` is an ISO instant, `by` a name; nobody where mail came back by itself. */
export type ContactCheck = { route: ContactRoute; worked: boolean; at: string; by: string | null };

/** Whether both routes were tested within this time, ends included, and the last test of each worked. */
export function bothRoutesWork(checks: readonly { route: ContactRoute; worked: boolean; at: Date }[], { from, to }: { from: Date; to: Date }): boolean {
  const within = checks.filter(({ at }) => at >= from && at <= to).sort((a, b) => a.at.getTime() - b.at.getTime());
  return contactRoutes.every((route) => within.findLast((each) => each.route === route)?.worked === true);
}
