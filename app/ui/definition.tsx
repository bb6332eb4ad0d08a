import type { ReactNode } from "react";
import { classes } from "./form";

export type DefinitionsProps = { /** `rows`: terms beside their meaning where there is room. `stack`: above it. */ layout?: "rows" | "stack"; children: ReactNode };
export type DefinitionProps = { term: ReactNode /** Marked at its side: what must not be missed. */; heed?: boolean; children: ReactNode };

/** Terms and what is said about them, with lines between. Holds `Definition`s. */
export const Definitions = ({ layout = "rows", children }: DefinitionsProps) => <dl className={classes("wm-dl", layout === "rows" && "wm-dl--rows")}>{children}</dl>;

export const Definition = ({ term, heed, children }: DefinitionProps) => (
  <div>
    <dt>{term}</dt>
    <dd className={heed ? "wm-heed" : undefined}>{children}</dd>
  </div>
);

export type SourceProps = { /** True when we saw for ourselves, false when it is only what we were told. */ checked: boolean; children: ReactNode };

/** Who says so, and when: "We checked 3 Nov", "They told us". A solid sign for checked, a hollow one for told. */
export const Source = ({ checked, children }: SourceProps) => <span className={checked ? "wm-source wm-source--checked" : "wm-source"}>{children}</span>;
