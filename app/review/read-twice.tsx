import { Details } from "~/ui/details";
import { SummaryList } from "~/ui/summary-list";
import type { CaseView } from "./case-view";
import { oneVisitIn, wholeWords } from "./depth";

/** How much of it both readers read, and why; and how it was drawn, for whoever wants to draw it again. */
export const ReadTwice = ({ depth: { whole, why, lot } }: { depth: CaseView["depth"] }) => (
  <>
    {whole ? `Everything: ${why.map((each) => wholeWords[each]).join("; ")}.` : "The must-haves."}
    {lot && (
      <Details summary="How it was drawn">
        <p>
          {`Number ${lot.number} of 0 to ${lot.oneIn - 1}; 0 is a hit. It is what is left over when the first 12 letters of sha256(secret + submission), read as a number in base sixteen, are divided by ${lot.oneIn}.`}
        </p>
        {lot.visitNumber !== null && (
          <p>{`For a visit, number ${lot.visitNumber} of 0 to ${oneVisitIn - 1}; 0 is a hit. It is the same of the next 12 letters, divided by ${oneVisitIn}.`}</p>
        )}
        <SummaryList
          rows={[
            { term: "Submission, sha256", value: <span className="wm-hash">{lot.submission}</span> },
            { term: `Secret of ${lot.quarter}, sha256`, value: <span className="wm-hash">{lot.commitment}</span> },
            { term: "Secret", value: lot.secret ? <span className="wm-hash">{lot.secret}</span> : "Shown once the quarter is over." },
          ]}
        />
      </Details>
    )}
  </>
);
