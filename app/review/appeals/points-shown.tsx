import type { ReactNode } from "react";
import { EvidenceList } from "~/assessments/evidence-list";
import { Box, Columns } from "~/ui/layout";
import { levelWord } from "../level-word";
import { RatingLines } from "../rating-lines";
import type { AppealDesk, ContestedPoint } from "./appeal-desk";

/** What is contested, for reading only. */
export const Points = ({ desk: { points, files } }: { desk: AppealDesk }) => (
  <>
    {points.length > 0 && <h2 className="govuk-heading-m">What is contested</h2>}
    {points.map((point) => (
      <Point key={point.id} point={point} files={files} />
    ))}
  </>
);

/** One contested criterion: what was sent beside how it was read, and what is asked about it below. */
export const Point = ({ point, files, children }: { point: ContestedPoint; files: AppealDesk["files"]; children?: ReactNode }) => (
  <section aria-labelledby={`point-${point.id}`}>
    <h3 className="govuk-heading-m" id={`point-${point.id}`}>
      {point.id} {point.title}
    </h3>
    <p>{point.statement}</p>
    <p>
      Stands at <strong>{levelWord(point.level)}</strong>.
    </p>
    <Columns
      beside={
        <>
          <h4 className="govuk-heading-s">How it was read</h4>
          <RatingLines ratings={point.ratings} settlement={point.settlement} levels={point.levels} />
        </>
      }
    >
      <h4 className="govuk-heading-s">What the group sent</h4>
      <Box tone="quote">{point.said || "Nothing written."}</Box>
      {point.evidence.length > 0 && <EvidenceList items={point.evidence} files={files} />}
      {point.since.map(({ words, evidence }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was added has no other name than its place.
        <div key={place}>
          <h4 className="govuk-heading-s">What they added later</h4>
          {words && <Box tone="quote">{words}</Box>}
          {evidence.length > 0 && <EvidenceList items={evidence} files={files} />}
        </div>
      ))}
    </Columns>
    {children}
  </section>
);
