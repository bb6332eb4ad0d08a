import { useWords } from "~/platform/language";
import { OwnText } from "~/standards/own-text";
import { Moment } from "~/ui/date";
import { Quiet } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import type { Comment } from "./comment";
import { assessmentWords } from "./words/assessment-words";

/** What was said, oldest first, with who said it and when. */
export function CommentList({ comments }: { comments: readonly Comment[] }) {
  const { t } = useWords(assessmentWords);
  if (comments.length === 0) return <p>{t("comment.nobody")}</p>;
  return (
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
}

/** Under another version: with the title that the question had there, as it was published. */
const Under = ({ version, title }: NonNullable<Comment["under"]>) => {
  const { t } = useWords(assessmentWords);
  return <>, {title ? <Sentence of={t("comment.under_question", { version })} parts={{ title: <OwnText>{title}</OwnText> }} /> : t("comment.under", { version })}</>;
};
