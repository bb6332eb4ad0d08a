import { State } from "~/ui/answer";
import type { PanelView } from "./room-panel";

/** One of the two panels: the mark, or the room. */
export const Panel = ({ view: { tone, icon, label, headline, lines, quiet } }: { view: PanelView }) => (
  <State tone={tone} icon={icon} label={label} headline={headline}>
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
    {quiet.map((line) => (
      <p className="wm-quiet wm-small" key={line}>
        {line}
      </p>
    ))}
  </State>
);
