import { paths } from "~/platform/paths";
import { clockLeft, clockWords } from "~/review/clock-words";
import { Day } from "~/ui/date";
import { dayOfMoment } from "~/ui/dates";
import { Quiet } from "~/ui/layout";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { ConcernRow } from "./concern-desk";
import { groupWords, stateTones, stateWords } from "./concern-step-words";

const columns = [{ heading: "Group" }, { heading: "Told on" }, { heading: "Where it stands" }, { heading: "Time" }];

/** Concerns, each with where it stands and our last days. */
export const ConcernsTable = ({ rows, empty }: { rows: ConcernRow[]; empty: string }) => (
  <Table
    caption="Concerns"
    hideCaption
    columns={columns}
    empty={empty}
    rows={rows.map(({ id, reference, provider, sentAt, state, clocks }) => ({
      id,
      cells: [
        <>
          <a href={paths.concern(id)}>{groupWords(provider)}</a> <Quiet small>{reference}</Quiet>
        </>,
        <Day key="sent" day={dayOfMoment(sentAt)} short />,
        <Tag key="state" tone={stateTones[state]}>
          {stateWords[state]}
        </Tag>,
        clocks.length > 0
          ? clocks.map((each) => (
              <div key={each.of}>
                {clockLeft(each)} <Quiet small>{clockWords[each.of]}</Quiet>
              </div>
            ))
          : "–",
      ],
    }))}
  />
);
