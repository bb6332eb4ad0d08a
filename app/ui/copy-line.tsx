import { useWords } from "~/platform/language";
import { uiWords } from "./words/ui-words";

export type CopyLineProps = { title: string /** The line, as it is to be pasted: plain text. */; text: string };

/** A line to take elsewhere. One click selects all of it; no script is needed. */
export function CopyLine({ title, text }: CopyLineProps) {
  const { t } = useWords(uiWords);
  return (
    <div className="wm-copy">
      <h2 className="wm-h">
        {title} <span className="wm-copy__hint wm-noprint">{t("click_to_select")}</span>
      </h2>
      <p className="wm-copy__line">{text}</p>
    </div>
  );
}
