import type { ReactNode } from "react";
import { Moment } from "~/ui/date";
import { Table } from "~/ui/table";
import { eventNames } from "./change-words";
import type { Done, HeldMarkEvent } from "./held-mark-view";
import { reasonWords } from "./status-words";

/** Everything that happened to a mark: who, when, and why in the private words of those who did it. */
export const HeldMarkEvents = ({ events }: { events: HeldMarkEvent[] }) => (
  <Table
    caption="What happened to this mark"
    columns={[{ heading: "What" }, { heading: "Who and when" }, { heading: "Why (private)" }]}
    empty="Nothing has happened to this mark since it was awarded."
    rows={events.map((event) => ({ id: event.id, cells: [whatOf(event), <Who event={event} key="who" />, event.note || "–"] }))}
  />
);

function whatOf({ kind, reasonClass, declined }: HeldMarkEvent): string {
  const name = eventNames[kind];
  return `${declined ? `Not done: ${name.toLowerCase()}` : name}${reasonClass ? ` (${reasonWords[reasonClass]})` : ""}`;
}

function Who({ event: { proposed, confirmed, declined } }: { event: HeldMarkEvent }) {
  const alone = confirmed && confirmed.by === proposed.by;
  return (
    <>
      {alone ? <Step words="" done={confirmed} /> : <Step words="Proposed by " done={proposed} />}
      {!alone && confirmed && <Step words="Confirmed by " done={confirmed} />}
      {declined && <Step words="Declined by " done={declined} />}
    </>
  );
}

const Step = ({ words, done }: { words: string; done: Done }): ReactNode => (
  <div>
    {words}
    {done.by ?? "Waymark"}, <Moment at={done.at} />
  </div>
);
