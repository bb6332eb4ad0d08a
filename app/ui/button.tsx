import type { ReactNode } from "react";
import { classes } from "./form";

type Look = {
  /** `warning` for what cannot be undone. `link` looks like a link but sends the form. */
  tone?: "main" | "secondary" | "warning" | "link";
  small?: boolean;
  children: ReactNode;
};
export type ButtonProps = Look & {
  type?: "submit" | "button";
  name?: string;
  value?: string /** The id of the form it sends, when it stands outside. */;
  form?: string;
  formAction?: string;
  id?: string;
  lang?: string;
  disabled?: boolean;
  onClick?: () => void;
};
export type LinkButtonProps = Look & { href: string };

/** Sends its form. */
export function Button({ type = "submit", tone, small, children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={look({ tone, small })} {...rest}>
      {children}
    </button>
  );
}

/** A link that is the page's next step, and looks like a button. */
export function LinkButton({ href, tone, small, children }: LinkButtonProps) {
  return (
    <a href={href} className={look({ tone, small })} draggable={false}>
      {children}
    </a>
  );
}

/** Buttons and links that belong together, on one line where there is room. */
export const ButtonGroup = ({ children }: { children: ReactNode }) => <div className="govuk-button-group">{children}</div>;

function look({ tone = "main", small }: { tone: Look["tone"]; small: boolean | undefined }) {
  if (tone === "link") return "govuk-link wm-link";
  return classes("govuk-button", tone !== "main" && `govuk-button--${tone}`, small && "wm-button--small");
}
