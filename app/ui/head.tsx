import { Meta } from "@remix-run/react";
import { Children, cloneElement, createContext, type ReactElement, useContext } from "react";

/** True when the page came back with something wrong. The server knows, before it renders; a page's own `meta` never sees its action's answer. */
export const WrongContext = createContext(false);

/** What the page's `meta` says, with "Error: " before its title when something is wrong. */
export function Head() {
  const wrong = useContext(WrongContext);
  const meta = Meta() as ReactElement<{ children: ReactElement[] }>;
  // The browser does not know that something is wrong, and is to leave the title as it came.
  const title = (each: ReactElement<{ children: string }>) =>
    cloneElement(each as ReactElement, { suppressHydrationWarning: true }, `${wrong ? "Error: " : ""}${each.props.children}`);
  return <>{Children.map(meta.props.children, (each) => (each?.type === "title" ? title(each) : each))}</>;
}

/** Does what an action or a loader answered say that something is wrong? It does when it has `errors`, and there are some. */
export function isWrong(answer: unknown): boolean {
  const errors = typeof answer === "object" && answer !== null && "errors" in answer ? answer.errors : undefined;
  return typeof errors === "object" && errors !== null && Object.keys(errors).length > 0;
}
