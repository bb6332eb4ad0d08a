import { Meta } from "@remix-run/react";
import { Children, cloneElement, createContext, type ReactElement, useContext, useState } from "react";

/** True when the page came back with something wrong. The server knows, before it renders; a page's own `meta` never sees its action's answer. */
export const WrongContext = createContext(false);

const prefix = "Error: ";

/** What the page's `meta` says, with "Error: " before its title when something is wrong. */
export function Head() {
  const told = useContext(WrongContext);
  // The browser is not told. It finds it in the title that came, and leaves it there.
  const [wrong] = useState(() => told || (typeof document !== "undefined" && document.title.startsWith(prefix)));
  const meta = Meta() as ReactElement<{ children: ReactElement[] }>;
  const title = (each: ReactElement<{ children: string }>) => cloneElement(each as ReactElement, {}, `${wrong ? prefix : ""}${each.props.children}`);
  return <>{Children.map(meta.props.children, (each) => (each?.type === "title" ? title(each) : each))}</>;
}

/** Does what an action or a loader answered say that something is wrong? It does when it has `errors`, and there are some. */
export function isWrong(answer: unknown): boolean {
  const errors = typeof answer === "object" && answer !== null && "errors" in answer ? answer.errors : undefined;
  return typeof errors === "object" && errors !== null && Object.keys(errors).length > 0;
}
