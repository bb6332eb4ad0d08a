import { Moment } from "~/ui/date";
import { Box } from "~/ui/layout";

export type SaidComment = { id: string; criterion: string | null; words: string; by: string; at: Date };

/** What readers said, with name and moment, in the order they said it. */
export const CommentsList = ({ comments, named }: { comments: readonly SaidComment[] /** Say of which criterion. */; named?: boolean }) => (
  <>
    {comments.map(({ id, criterion, words, by, at }) => (
      <Box key={id} tone="quote">
        <p>
          <strong>{by}</strong>, <Moment at={at.toISOString()} />
          {named && `, about ${criterion ?? "the whole"}`}
        </p>
        {words.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Box>
    ))}
  </>
);
