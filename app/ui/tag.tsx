import type { ReactNode } from "react";

/** `ask`: something is wanted of the reader. `good`: in order. `stop`: ended or barred. `quiet`: only for information. */
export type Tone = "ask" | "good" | "stop" | "quiet";
export type TagProps = { tone?: Tone; children: ReactNode };

/** A state in one or two words. Outlined, never filled: filled tags are taken for buttons. */
export const Tag = ({ tone = "ask", children }: TagProps) => <strong className={`wm-tag wm-tag--${tone}`}>{children}</strong>;
