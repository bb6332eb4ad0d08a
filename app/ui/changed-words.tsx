import { Fragment, type ReactNode } from "react";
import { useWords } from "~/platform/language";
import { locales } from "~/platform/words";
import { Sentence } from "./sentence";
import { uiWords } from "./words/ui-words";

export type ChangedWordsProps = {
  words: readonly { text: string; is: "same" | "added" | "removed" }[] /** What `lang` says of the text, where it is not in the language of the page. */;
  lang?: string | undefined;
};

/** One text, with what came and went marked: with an edge or a line through it, and in words for who cannot see either. */
export function ChangedWords({ words, lang }: ChangedWordsProps) {
  const { t, language } = useWords(uiWords);
  const said = (key: "changed.added" | "changed.removed") => (
    <span className="govuk-visually-hidden" lang={lang && locales[language]}>
      {`${t(key)} `}
    </span>
  );
  return (
    <span className="wm-words" lang={lang}>
      {words.map(({ text, is }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words never change places
        <Fragment key={at}>
          {is === "same" && text}
          {is === "added" && (
            <ins className="wm-added">
              {said("changed.added")}
              {text}
            </ins>
          )}
          {is === "removed" && (
            <del className="wm-removed">
              {said("changed.removed")}
              {text}
            </del>
          )}
        </Fragment>
      ))}
    </span>
  );
}

/** What the marks of `ChangedWords` mean. */
export function ChangedWordsKey() {
  const { t } = useWords(uiWords);
  const added = (words: string): ReactNode => <ins className="wm-added">{words}</ins>;
  const removed = (words: string): ReactNode => <del className="wm-removed">{words}</del>;
  return <Sentence of={t("changed.key")} parts={{ added, removed }} />;
}
