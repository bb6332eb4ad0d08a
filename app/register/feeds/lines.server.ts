import { createHash } from "node:crypto";
import type { Db } from "~/platform/database.server";
import { markAnswer, withdrawnLongAgo } from "../mark-answer";
import type { MarkAnswer } from "../public-shapes";
import { type FeedMark, marksToSay } from "./changed-marks.server";

export type Asked = { since: Date | undefined; now: Date; origin: string };

/** So many lines are kept to be sent. More than these are read once more while they are. */
const kept = 2_000;
const encoder = new TextEncoder();

/**
 * The lines of the feed, each the answer of `/marks/CODE.json` at `now`. Without `since` every mark, but those withdrawn so long ago that only
 * "No mark held" is said. With it the marks of which something else is said now than then, those among them.
 * `etag` is made of everything but the time of asking.
 */
export async function feedOf(db: Db, asked: Asked): Promise<{ etag: string; body: ReadableStream<Uint8Array> }> {
  const hash = createHash("sha256");
  const lines: string[] = [];
  let count = 0;
  for await (const page of pages(db, asked))
    for (const answer of page) {
      const { as_at: _, ...lasting } = answer;
      hash.update(JSON.stringify(lasting)).update("\n");
      count += 1;
      if (count <= kept) lines.push(line(answer));
    }
  return { etag: `"${hash.digest("hex").slice(0, 32)}"`, body: count <= kept ? streamOf(list(lines)) : streamOf(written(pages(db, asked))) };
}

async function* pages(db: Db, { since, now, origin }: Asked): AsyncGenerator<MarkAnswer[]> {
  const isSaid = ({ mark, written }: FeedMark, answer: MarkAnswer) => (since ? written || differs(markAnswer(mark, since, origin), answer) : !withdrawnLongAgo(answer));
  for await (const page of marksToSay(db, since, now)) {
    const answers = page.map((found) => ({ found, answer: markAnswer(found.mark, now, origin) }));
    yield answers.filter(({ found, answer }) => isSaid(found, answer)).map(({ answer }) => answer);
  }
}

const differs = (before: MarkAnswer, after: MarkAnswer) => JSON.stringify({ ...before, as_at: "" }) !== JSON.stringify({ ...after, as_at: "" });

const line = (answer: MarkAnswer) => `${JSON.stringify(answer)}\n`;

async function* list(lines: string[]) {
  if (lines.length > 0) yield lines.join("");
}

async function* written(answers: AsyncGenerator<MarkAnswer[]>) {
  for await (const page of answers) if (page.length > 0) yield page.map(line).join("");
}

/** Reads on only as fast as it is fetched. An error cuts the answer off: what is half there must not look whole. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });
}
