import { paths } from "~/platform/paths";
import { Day } from "~/ui/date";
import { Code, Quiet } from "~/ui/layout";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { type HeldMarkRow, statusTones } from "./held-mark-row";
import { levelNames, statusNames } from "./status-words";

const columns = [{ heading: "Group" }, { heading: "Standard" }, { heading: "Status" }, { heading: "Last day" }, { heading: "Code" }];

export const HeldMarksTable = ({ rows, empty }: { rows: HeldMarkRow[]; empty: string }) => (
  <Table
    caption="Marks"
    hideCaption
    columns={columns}
    empty={empty}
    rows={rows.map((row) => ({
      id: row.code,
      cells: [
        <>
          <a href={paths.heldMark(row.code)}>{row.provider}</a> <Quiet small>{row.area}</Quiet>
        </>,
        <>
          {row.standard} <Quiet small>{levelNames[row.level]}</Quiet>
        </>,
        <>
          <Tag tone={statusTones[row.status]}>{statusNames[row.status]}</Tag> {row.openProposal && <Tag tone="ask">A second person is needed</Tag>}{" "}
          <Quiet small>
            since <Day day={row.since} short />
          </Quiet>
        </>,
        <Day day={row.validUntil} short key="until" />,
        <Code key="code">{row.code}</Code>,
      ],
    }))}
  />
);
