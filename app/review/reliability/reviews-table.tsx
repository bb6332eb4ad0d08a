import { paths } from "~/platform/paths";
import { Day } from "~/ui/date";
import { dayOfMoment } from "~/ui/dates";
import { Quiet } from "~/ui/layout";
import { Table } from "~/ui/table";
import { type GuidanceReview, outcomeWords, whyWords } from "./guidance";
import { quarterWords } from "./quarters";

type Props = { caption: string; reviews: readonly GuidanceReview[]; empty?: string };

/** Reviews of guidance: which criterion, why, since when, and what came of it. */
export const ReviewsTable = ({ caption, reviews, empty }: Props) => (
  <Table
    caption={caption}
    columns={[{ heading: "Criterion" }, { heading: "Why" }, { heading: "Where it stands" }]}
    empty={empty}
    rows={reviews.map(({ id, standard, criterion, quarter, why, opened, closed }) => ({
      id,
      cells: [
        <>
          <a href={paths.guidanceReview(id)}>
            {criterion.id} {criterion.title}
          </a>{" "}
          <Quiet small>{standard}</Quiet>
        </>,
        <>
          {whyWords[why]}. <Quiet small>{quarterWords(quarter)}</Quiet>
        </>,
        closed ? (
          <>
            {outcomeWords[closed.outcome]}. <Quiet small>{closed.by}</Quiet>
          </>
        ) : (
          <>
            Open since <Day day={dayOfMoment(opened.at)} />
          </>
        ),
      ],
    }))}
  />
);
