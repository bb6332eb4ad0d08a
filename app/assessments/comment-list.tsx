import { Moment } from "~/ui/date";
import { Quiet } from "~/ui/layout";
import type { Comment } from "./comment";

/** What was said, oldest first, with who said it and when. */
export const CommentList = ({ comments }: { comments: readonly Comment[] }) =>
  comments.length === 0 ? (
    <p>Nobody has said anything yet.</p>
  ) : (
    <ol className="wm-tidy">
      {comments.map(({ id, by, at, words }) => (
        <li id={`comment-${id}`} key={id}>
          <strong>{by}</strong>{" "}
          <Quiet small>
            <Moment at={at} />
          </Quiet>
          <br />
          <span className="wm-lines">{words}</span>
        </li>
      ))}
    </ol>
  );
