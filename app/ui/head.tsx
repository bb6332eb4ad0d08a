import { Meta } from "@remix-run/react";
import { Children, cloneElement, createContext, type ReactElement, useContext, useState } from "react";
import { useWords } from "~/platform/language";
import { uiWords } from "./words/ui-words";

/** True when the page came back with something wrong. The server knows, before it renders; a page's own `meta` never sees its action's answer. */
export const WrongContext = createContext(false);

/** What the page's `meta` says, with "Error: " before its title when something is wrong. */
export function Head() {
  const told = useContext(WrongContext);
  const { t } = useWords(uiWords);
  const marked = (title: string) => t("error.title", { title });
  // The browser is not told. It finds it in the title that came, and leaves it there.
  const [wrong] = useState(() => told || (typeof document !== "undefined" && document.title.startsWith(marked(""))));
  const meta = Meta() as ReactElement<{ children: ReactElement[] }>;
  const title = (each: ReactElement<{ children: string }>) => cloneElement(each as ReactElement, {}, wrong ? marked(each.props.children) : each.props.children);
  return <>{Children.map(meta.props.children, (each) => (each?.type === "title" ? title(each) : each))}</>;
}

/** Does what an action or a loader answered say that something is wrong? It does when it has `errors`, and there are some. */
export function isWrong(answer: unknown): boolean {
  const errors = typeof answer === "object" && answer !== null && "errors" in answer ? answer.errors : undefined;
  return typeof errors === "object" && errors !== null && Object.keys(errors).length > 0;
}
