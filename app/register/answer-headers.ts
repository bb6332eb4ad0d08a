/** Headers that a page's loader or action gave with its answer: when to come again. */
export function answerHeaders({ loaderHeaders, actionHeaders }: { loaderHeaders: Headers; actionHeaders: Headers }): Record<string, string> {
  const again = actionHeaders.get("Retry-After") ?? loaderHeaders.get("Retry-After");
  return again ? { "Retry-After": again } : {};
}
