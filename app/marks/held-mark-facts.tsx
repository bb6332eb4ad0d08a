import { paths } from "~/platform/paths";
import { Day } from "~/ui/date";
import { Code } from "~/ui/layout";
import { SummaryList } from "~/ui/summary-list";
import { Tag } from "~/ui/tag";
import { statusTones } from "./held-mark-row";
import type { HeldMarkView } from "./held-mark-view";
import { markNumber } from "./number";
import { levelNames, reasonWords, statusNames } from "./status-words";

/** What there is to know about a mark, its private side excepted. */
export function HeldMarkFacts({ mark, standing }: Pick<HeldMarkView, "mark" | "standing">) {
  const { status, since, reasonClass, level } = standing;
  return (
    <SummaryList
      rows={[
        {
          term: "Status",
          value: (
            <>
              <Tag tone={statusTones[status]}>{statusNames[status]}</Tag> since <Day day={since} />
              {reasonClass && `. Public reason: ${reasonWords[reasonClass]}`}
            </>
          ),
        },
        { term: "Level", value: levelNames[level] },
        {
          term: "Given for",
          value: (
            <>
              <Day day={mark.awardedOn} /> to <Day day={mark.validUntil} />
            </>
          ),
        },
        { term: "Covers", value: mark.scope.join("; ") },
        {
          term: "Code",
          value: (
            <>
              <Code>{mark.code}</Code>, certificate {markNumber(mark.number)}
            </>
          ),
        },
        { term: "Pages", value: <Pages mark={mark} /> },
      ]}
    />
  );
}

const Pages = ({ mark }: Pick<HeldMarkView, "mark">) => (
  <ul className="govuk-list">
    <li>
      <a href={paths.mark(mark.code)}>What the public sees</a>
    </li>
    <li>
      {mark.certificate ? (
        <a href={paths.certificate(mark.code)}>Certificate (PDF)</a>
      ) : (
        "The certificate (PDF) is not signed yet. It is tried again every five minutes; the mark stands without it"
      )}
    </li>
    <li>
      {mark.decisionId ? <a href={paths.letter(mark.letterSlug, mark.decisionId)}>Decision letter</a> : "The decision and its letter were deleted after six years, as promised"}
    </li>
    {mark.supersededBy && (
      <li>
        <a href={paths.heldMark(mark.supersededBy)}>The mark that took its place</a>
      </li>
    )}
  </ul>
);
