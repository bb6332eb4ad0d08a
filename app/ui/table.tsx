import type { ReactNode } from "react";
import { classes } from "./form";

export type Column = { heading: string; numeric?: boolean };
export type Row = { id: string; cells: readonly ReactNode[] };
export type TableProps = {
  caption: string;
  /** Only for those who listen: the heading above says the same. */
  hideCaption?: boolean;
  columns: readonly Column[];
  /** As many cells as columns. The first is the row's heading. */
  rows: readonly Row[];
  /** Said in place of an empty table. */
  empty?: ReactNode;
};

/** Rows to compare. On a narrow screen each row becomes a card and every cell says its heading; the roles keep it a table for those who listen. */
export function Table({ caption, hideCaption, columns, rows, empty }: TableProps) {
  if (rows.length === 0 && empty !== undefined) return <p className="govuk-body">{empty}</p>;
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: on a narrow screen the rows are blocks, and browsers then forget that they are rows.
    <table className="govuk-table wm-table" role="table">
      <caption className={hideCaption ? "govuk-visually-hidden" : "govuk-table__caption govuk-table__caption--m"}>{caption}</caption>
      <thead className="govuk-table__head" role="rowgroup">
        <tr className="govuk-table__row" role="row">
          {columns.map((column) => (
            <th scope="col" role="columnheader" className={classes("govuk-table__header", column.numeric && "govuk-table__header--numeric")} key={column.heading}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body" role="rowgroup">
        {rows.map((row) => (
          <tr className="govuk-table__row" role="row" key={row.id}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th scope="row" role="rowheader" className="govuk-table__header" key={column.heading}>
                  {row.cells[index]}
                </th>
              ) : (
                <td role="cell" className={classes("govuk-table__cell", column.numeric && "govuk-table__cell--numeric")} data-heading={column.heading} key={column.heading}>
                  {row.cells[index]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: on a narrow screen the rows are blocks, and browsers then forget that they are rows.
  );
}
