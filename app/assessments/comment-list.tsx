import { useWords } from "~/platform/language";
import { Moment } from "~/ui/date";
import { Quiet } from "~/ui/layout";
import type { Comment } from "./comment";
import { assessmentWords } from "./words/assessment-words";

/** What was said, oldest first, with who said it and when. */
export const CommentList = ({ comments }: { comments: readonly Comment[] }) =>
  comments.length === 0 ? (
    <p>Nobody has said anything yet.</p>
  ) : (
    <ol className="wm-tidy">
      {comments.map(({ id, by, at, words, under }) => (
        <li id={`comment-${id}`} key={id}>
          <strong>{by}</strong>{" "}
          <Quiet small>
            <Moment at={at} />
            {under && <Under {...under} />}
          </Quiet>
          <br />
          <span className="wm-lines">{words}</span>
        </li>
      ))}
    </ol>
  );

const Under = ({ version, title }: NonNullable<Comment["under"]>) => {
  const { t } = useWords(assessmentWords);
  return <>, {title ? t("comment.under_question", { version, title }) : t("comment.under", { version })}</>;
};
