export type CopyLineProps = { title: string /** The line, as it is to be pasted: plain text. */; text: string };

/** A line to take elsewhere. One click selects all of it; no script is needed. */
export function CopyLine({ title, text }: CopyLineProps) {
  return (
    <div className="wm-copy">
      <h2 className="wm-h">
        {title} <span className="wm-copy__hint wm-noprint">Click to select</span>
      </h2>
      <p className="wm-copy__line">{text}</p>
    </div>
  );
}
