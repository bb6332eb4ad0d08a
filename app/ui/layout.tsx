import type { ReactNode } from "react";
import { classes } from "./form";

/** Two columns where there is room: what is asked for, and what stands beside it. On a narrow screen one below the other. */
export const Columns = ({ children, beside }: { children: ReactNode; beside: ReactNode }) => (
  <div className="wm-cols">
    <div>{children}</div>
    <div>{beside}</div>
  </div>
);

/** Within the page's width. For pages whose handle says `bleed`. */
export const Width = ({ children }: { children: ReactNode }) => <div className="wm-w">{children}</div>;

/** Text to be read from beginning to end, in lines that are not too long. */
export const Prose = ({ children }: { children: ReactNode }) => <div className="wm-prose">{children}</div>;

/** A box means: this is another voice. `warn` has a heavy edge, `aside` a quiet ground, `quote` is somebody's own words. */
export const Box = ({ tone = "aside", children }: { tone?: "warn" | "aside" | "quote"; children: ReactNode }) => <div className={`wm-box wm-box--${tone}`}>{children}</div>;

/** One line of fields with its button, such as a search. Goes inside a form. */
export const OneLine = ({ children }: { children: ReactNode }) => <div className="wm-find">{children}</div>;

/** Words that are not the page's first concern. */
export const Quiet = ({ small, children }: { small?: boolean; children: ReactNode }) => <span className={classes("wm-quiet", small && "wm-small")}>{children}</span>;

/** For codes to be read out or typed. */
export const Code = ({ children }: { children: ReactNode }) => <span className="wm-code">{children}</span>;

/** For hashes and other long rows of signs that nobody reads aloud: they keep their own lines and break wherever they must. */
export const Signs = ({ children }: { children: ReactNode }) => <span className="wm-signs">{children}</span>;
