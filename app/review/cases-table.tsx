import { paths } from "~/platform/paths";
import { formatDay } from "~/ui/dates";
import { Quiet } from "~/ui/layout";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { type CaseRow, deskGroups, groupWords } from "./case-row";
import { daysLeftWords } from "./days-left";
import { partWords } from "./part";
import { stateTones, stateWords } from "./state-words";

/** A desk: its cases in their groups, the most pressing first. */
export const CasesTables = ({ rows }: { rows: CaseRow[] }) => (
  <>
    {deskGroups
      .map((group) => ({ group, rows: rows.filter((row) => row.group === group) }))
      .filter(({ rows }) => rows.length > 0)
      .map(({ group, rows }) => (
        <CasesTable caption={groupWords[group]} rows={rows} key={group} />
      ))}
  </>
);

const columns = [
  { heading: "Group" },
  { heading: "Standard" },
  { heading: "Where it stands" },
  { heading: "Time" },
  { heading: "Must-haves left", numeric: true },
  { heading: "Next" },
];

const CasesTable = ({ caption, rows }: { caption: string; rows: CaseRow[] }) => (
  <Table
    caption={caption}
    columns={columns}
    rows={rows.map((row) => ({
      id: row.id,
      cells: [
        <>
          <a href={paths.case(row.id)}>{row.provider}</a> <Quiet small>{row.area}</Quiet>
        </>,
        <>
          {row.standard}{" "}
          <span className="wm-nowrap">
            <Quiet small>{row.number}</Quiet>
          </span>
        </>,
        <Stands key="stands" row={row} />,
        row.daysLeft === null ? "–" : <Time key="time" left={row.daysLeft} awaitedUntil={row.awaitedUntil} />,
        row.mustHavesLeft ?? "–",
        row.next ? (
          <a key="next" className="wm-nowrap" href={row.next.href}>
            {row.next.label}
            <span className="govuk-visually-hidden">: {row.provider}</span>
          </a>
        ) : (
          "–"
        ),
      ],
    }))}
  />
);

/** Greyed while the group is awaited: there is no hurry for the readers. */
const Time = ({ left, awaitedUntil }: { left: number; awaitedUntil: string | null }) =>
  awaitedUntil === null ? (
    <span className="wm-nowrap">{daysLeftWords(left)}</span>
  ) : (
    <Quiet>
      {daysLeftWords(left, true)}. Answers by {formatDay(awaitedUntil)}
    </Quiet>
  );

function Stands({ row }: { row: CaseRow }) {
  const mine = row.part && `You are the ${partWords[row.part]}${row.declared || row.daysLeft === null ? "" : ", not declared"}`;
  const splits = row.toSettle > 0 && `${row.toSettle} to settle${row.wide ? ", one or more far apart" : ""}`;
  return (
    <>
      <Tag tone={stateTones[row.state]}>{stateWords[row.state]}</Tag> <Quiet small>{[mine, splits].filter(Boolean).join(" · ")}</Quiet>
    </>
  );
}
