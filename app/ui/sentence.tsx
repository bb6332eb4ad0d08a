import { Fragment, type ReactNode } from "react";

export type SentenceProps = {
  /** A whole sentence in which `<name>words</name>` and `<name/>` mark its parts. What somebody typed is a part, never one of the words. */
  of: string;
  parts: Record<string, ReactNode | ((words: string) => ReactNode)>;
};

/** A sentence with links or other pieces in it, wherever its language puts them. A part nobody gave throws. */
export function Sentence({ of, parts }: SentenceProps) {
  const pieces = of.split(/(<\w+\/>|<(\w+)>[^<]*<\/\2>)/).filter((_, place) => place % 3 !== 2);
  return (
    <>
      {pieces.map((piece) => {
        const [, name, words = ""] = /^<(\w+)(?:\/>|>([^<]*)<)/.exec(piece) ?? [];
        if (name === undefined) return piece;
        if (!(name in parts)) throw new Error(`Nothing to put in the part <${name}> of “${of}”`);
        const part = parts[name];
        return <Fragment key={name}>{typeof part === "function" ? part(words) : part}</Fragment>;
      })}
    </>
  );
}
