/** Plays the story once, and says who is in it. */
export async function prepareDemo(): Promise<string[]> {
  return [];
}
