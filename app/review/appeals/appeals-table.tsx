import { paths } from "~/platform/paths";
import { Quiet } from "~/ui/layout";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { clockLeft, clockWords } from "../clock-words";
import { appealStateTones, appealStateWords } from "./appeal-words";
import type { AppealRow } from "./appeals.server";

/** Appeals, each with where it stands and our last day. */
export const AppealsTable = ({ rows }: { rows: AppealRow[] }) => (
  <Table
    caption="Appeals"
    hideCaption
    columns={[{ heading: "Group" }, { heading: "Standard" }, { heading: "Where it stands" }, { heading: "Time" }]}
    empty="There is no appeal for you to see. We write to you when there is."
    rows={rows.map(({ id, number, provider, standard, state, clock }) => ({
      id,
      cells: [
        <>
          <a href={paths.appeal(id)}>{provider}</a> <Quiet small>{number}</Quiet>
        </>,
        standard,
        <Tag key="state" tone={appealStateTones[state]}>
          {appealStateWords[state]}
        </Tag>,
        clock ? (
          <>
            {clockLeft(clock)} <Quiet small>{clockWords[clock.of]}</Quiet>
          </>
        ) : (
          "–"
        ),
      ],
    }))}
  />
);
