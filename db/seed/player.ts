import type { Clock } from "~/platform/clock";

/**
 * A story tells what some people did and when. It yields the moment of its next step, and goes on when that moment has come,
 * so that many stories play at once and the audit trail stays in the order of time.
 */
export type Story = AsyncGenerator<Date, void, void>;

/** The clock on the stage: it stands at the moment of the step being played. */
export type StageClock = Clock & { set(moment: Date): void };

export function stageClock(start: Date): StageClock {
  let moment = start;
  return {
    now: () => moment,
    set(next) {
      moment = next;
    },
  };
}

/** Plays all stories together, always the one whose next step is earliest. A story that goes back in time is a mistake in it, and stops the play; so does the signal. */
export async function play(stories: Story[], clock: StageClock, signal?: AbortSignal) {
  const waiting: { story: Story; next: Date }[] = [];
  const goOn = async (story: Story) => {
    const { done, value } = await story.next();
    if (!done) waiting.push({ story, next: value as Date });
  };
  for (const story of stories) await goOn(story);
  while (waiting.length > 0) {
    signal?.throwIfAborted();
    waiting.sort((a, b) => a.next.getTime() - b.next.getTime());
    const { story, next } = waiting.shift()!;
    if (next < clock.now()) throw new Error(`A story goes back from ${clock.now().toISOString()} to ${next.toISOString()}.`);
    clock.set(next);
    await goOn(story);
  }
}
