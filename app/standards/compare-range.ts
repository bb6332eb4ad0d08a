/** The two versions in an address such as `1.0.0...2.0.0`. */
export function readRange(range: string | undefined): { from: string; to: string } | undefined {
  const [, from, to] = /^(\d+\.\d+\.\d+)\.\.\.(\d+\.\d+\.\d+)$/.exec(range ?? "") ?? [];
  return from && to ? { from, to } : undefined;
}
