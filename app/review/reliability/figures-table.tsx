import type { ReactNode } from "react";
import { Quiet } from "~/ui/layout";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { type Agreement, leastToPublish } from "../agreement";
import { decimal, percent } from "../agreement-words";
import { aims, canBeJudged, leastToJudge, mayBePublished, reaches, type Scope } from "./aims";

export type FigureLine = { id: string; about: ReactNode; scope: Scope; agreement: Agreement };
export type FiguresTableProps = { caption: string; of: string; lines: readonly FigureLine[] };

/** Figures side by side, each with its aim: no figure stands without the others. With too few pairs there are counts, and no aim is spoken of. */
export const FiguresTable = ({ caption, of, lines }: FiguresTableProps) => (
  <Table
    caption={caption}
    columns={[{ heading: of }, { heading: "Pairs" }, { heading: "Same level" }, { heading: "Same side of Met" }, { heading: "Weighted kappa" }, { heading: "Gwet’s AC1" }]}
    empty="No two readers have read the same thing in this time."
    rows={lines.map(({ id, about, scope, agreement }) => ({ id, cells: [about, ...figureCells(agreement, scope)] }))}
  />
);

function figureCells(agreement: Agreement, scope: Scope): ReactNode[] {
  const { n, exact, met_not_met, kappa_linear, ac1 } = agreement;
  const enough = canBeJudged(agreement);
  const reached = reaches(agreement, scope);
  return [
    <Pairs key="pairs" n={n} />,
    share(exact, n),
    <Aimed key="met" figure={share(met_not_met, n)} reached={reached.met_not_met} aim={`${aims[scope] * 100} %`} />,
    enough ? <Aimed key="kappa" figure={decimal(kappa_linear)} reached={reached.kappa_linear} aim={aims.kappa.toFixed(2)} /> : tooFew(n),
    enough ? decimal(ac1) : tooFew(n),
  ];
}

/** While they are few, only how many of how many. */
function share(figure: number | null, n: number): string {
  if (figure === null) return "not defined";
  const counted = `${Math.round(figure * n)} of ${n}`;
  return canBeJudged({ n }) ? `${percent(figure)} (${counted})` : counted;
}
const tooFew = (n: number) => (n === 0 ? "not defined" : `too few pairs yet: ${n} of ${leastToJudge}`);

const Pairs = ({ n }: { n: number }) =>
  mayBePublished({ n }) ? (
    n
  ) : (
    <>
      {`${n} of ${leastToPublish}`} <Quiet small>not to be published</Quiet>
    </>
  );

const Aimed = ({ figure, reached, aim }: { figure: string; reached: boolean | null; aim: string }) => (
  <>
    {figure} {reached !== null && <Tag tone={reached ? "good" : "ask"}>{reached ? `Aim of ${aim} reached` : `Below the aim of ${aim}`}</Tag>}
  </>
);
