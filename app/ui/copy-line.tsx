export type CopyLineProps = { title: string /** The line, as it is to be pasted: plain text. */; text: string };

/** A line to take elsewhere. One click selects all of it; no script is needed. */
export function CopyLine({ title, text }: CopyLineProps) {
  return (
    <div className="wm-copy">
      <h2 className="wm-h">{title}</h2>
      <p className="wm-small wm-quiet wm-noprint">Click once to select, then copy.</p>
      <p className="wm-copy__line">{text}</p>
    </div>
  );
}
