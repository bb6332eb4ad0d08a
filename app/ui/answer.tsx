import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons";

export type AnswerProps = {
  /** Who or what the page is about, above the sentence. */ about?: ReactNode /** The answer, one whole sentence or two: the page's only h1. */;
  children: ReactNode;
};

/** The page's heading is its answer: its first words for whoever listens, and below whom it is about for whoever looks. */
export function Answer({ about, children }: AnswerProps) {
  return (
    <div className="wm-answer">
      <h1>
        <span>{children}</span>
        {about && <span className="wm-answer__about"> {about}</span>}
      </h1>
    </div>
  );
}

/** `live`: yes, pale ground, solid edge. `ask`: not known, dashed. `stop`: no, dark ground. `end`: over, double edge. */
export type StateTone = "live" | "ask" | "stop" | "end";
export type StateProps = { tone: StateTone; icon: IconName /** What this panel is about, in a few words. */; label: ReactNode; headline: ReactNode; children?: ReactNode };

/** One fact in a panel. Shape, edge and ground differ as well as colour. */
export function State({ tone, icon, label, headline, children }: StateProps) {
  return (
    <div className={`wm-state wm-state--${tone}`}>
      <Icon name={icon} />
      <div>
        <h2 className="wm-state__heading">
          <span className="wm-state__label">{label} </span>
          <strong className="wm-state__headline">{headline}</strong>
        </h2>
        {children}
      </div>
    </div>
  );
}

/** One or two panels side by side. Two facts keep two panels, so that one never lends its colour to the other. */
export const States = ({ children }: { children: ReactNode }) => <div className="wm-states">{children}</div>;

export type WordProps = { tone?: "live" | "ask" | "stop" | "end"; icon: IconName; children: ReactNode };

/** The same states within a line of text. */
export const StateWord = ({ tone = "live", icon, children }: WordProps) => (
  <span className={`wm-word wm-word--${tone}`}>
    <Icon name={icon} small />
    {children}
  </span>
);
