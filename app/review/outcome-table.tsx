import { paths } from "~/platform/paths";
import { Table } from "~/ui/table";
import type { DecidingDesk } from "./desk";
import { levelWord } from "./level-word";

/** How the outcome came about, section by section: for the scheme's own people, never for the public. */
export const SectionsTable = ({ desk }: { desk: DecidingDesk }) => (
  <Table
    caption="How the sections stand"
    columns={[{ heading: "Section" }, { heading: "Of its points", numeric: true }]}
    rows={desk.sections.map(({ id, title, percent }) => ({ id, cells: [title, percent === null ? "Not applicable" : `${percent}%`] }))}
  />
);

/** Every criterion with its agreed level and the reason for it; each leads to what the group sent. */
export const AgreedTable = ({ desk }: { desk: DecidingDesk }) => (
  <Table
    caption="Every rating"
    columns={[{ heading: "Criterion" }, { heading: "Level" }, { heading: "How it came about" }, { heading: "Why" }]}
    rows={desk.ratings.map(({ id, title, mustHave, level, came, reason }) => ({
      id,
      cells: [
        <>
          <a href={paths.rate(desk.case.id, id)}>
            {id} {title}
          </a>
          {mustHave && <span className="wm-quiet wm-small"> Must-have</span>}
        </>,
        levelWord(level),
        came,
        reason,
      ],
    }))}
  />
);
