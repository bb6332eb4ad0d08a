import type { ReactNode } from "react";
import { useWords } from "~/platform/language";
import { classes } from "./form";
import { uiWords } from "./words/ui-words";

export type CompareItemProps = {
  href: string;
  heading: ReactNode;
  /** A few words under the heading, such as how far away. */
  note?: ReactNode;
  /** Stands behind a dashed line: not on a level with the others. */
  apart?: boolean;
  /** The same terms, in the same order, for every item. */
  rows: readonly { term: string; children: ReactNode }[];
  foot?: ReactNode;
};

/** Things to choose from: beside each other where there is room, with their rows on one line; cards on a narrow screen. Each reads well alone. Holds `CompareItem`s. */
export const Compare = ({ children }: { children: ReactNode }) => <div className="wm-compare">{children}</div>;

export function CompareItem({ href, heading, note, apart, rows, foot }: CompareItemProps) {
  return (
    <article className={classes("wm-compare__item", apart && "wm-compare__item--apart")}>
      <h2>
        <a href={href}>{heading}</a>
        {note && <span className="wm-quiet wm-small"> {note}</span>}
      </h2>
      <dl>
        {rows.map((row) => (
          <div key={row.term}>
            <dt>{row.term}</dt>
            <dd>{row.children}</dd>
          </div>
        ))}
      </dl>
      {foot && <div className="wm-compare__foot">{foot}</div>}
    </article>
  );
}

export type ChipProps = { href: string; children: string };

/** A filter that is on. Following it takes it off. */
export function Chip({ href, children }: ChipProps) {
  const { t } = useWords(uiWords);
  return (
    <a className="wm-chip" href={href}>
      <span className="govuk-visually-hidden">{t("remove_filter")} </span>
      {children} <span aria-hidden="true">×</span>
    </a>
  );
}
