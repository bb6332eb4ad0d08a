import { Fragment } from "react";

export type ChangedWordsProps = { words: readonly { text: string; is: "same" | "added" | "removed" }[] };

/** One text, with what came and went marked: with an edge or a line through it, and in words for who cannot see either. */
export const ChangedWords = ({ words }: ChangedWordsProps) => (
  <span className="wm-words">
    {words.map(({ text, is }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words never change places
      <Fragment key={at}>
        {is === "same" && text}
        {is === "added" && (
          <ins className="wm-added">
            <span className="govuk-visually-hidden">added: </span>
            {text}
          </ins>
        )}
        {is === "removed" && (
          <del className="wm-removed">
            <span className="govuk-visually-hidden">removed: </span>
            {text}
          </del>
        )}
      </Fragment>
    ))}
  </span>
);

/** What the marks of `ChangedWords` mean. */
export const ChangedWordsKey = () => (
  <>
    Words that were added are marked <ins className="wm-added">like this</ins>, and words that were removed <del className="wm-removed">like this</del>. Everything else stayed.
  </>
);
