import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { formatDay, formatTime } from "~/ui/dates";
import { Form } from "~/ui/form";
import { Box, OneLine, Quiet } from "~/ui/layout";
import { Pagination } from "~/ui/pagination";
import { SelectField } from "~/ui/select-field";
import { kindWords, type RecordLine, sentence } from "./line";
import type { RecordView } from "./record-view";

export type RecordPageProps = { caseId: string; provider: string; number: string; ratingsOpen: boolean; view: RecordView };

/** Who did what in a case, and when: by day, all of it or of one kind. */
export const RecordPage = ({ caseId, provider, number, ratingsOpen, view: { days, kinds, of, page, pages } }: RecordPageProps) => (
  <>
    <BackLink href={paths.case(caseId)}>{`${provider}, ${number}`}</BackLink>
    <h1 className="govuk-heading-l">
      The record <Quiet>{number}</Quiet>
    </h1>
    <p className="govuk-body">
      Who did what, and when, in London time. Private notes of the group are not in it, and neither is what is inside the files it showed.
      {!ratingsOpen && " While it is being rated it says that something was rated, and not how."}
    </p>
    <p className="govuk-body">
      <a href={paths.recordPdf(caseId)}>The whole record as a PDF</a>
    </p>
    <Form method="get">
      <OneLine>
        <SelectField name="of" label="What to show" empty="Everything that happened" value={of ?? ""} options={kinds.map((kind) => ({ value: kind, label: kindWords[kind] }))} />
        <Button tone="secondary">Show</Button>
      </OneLine>
    </Form>
    {days.length === 0 && <p className="govuk-body">Nothing of this kind yet.</p>}
    {days.map(({ day, lines }) => (
      <section key={day} aria-labelledby={`on-${day}`}>
        <h2 className="govuk-heading-m" id={`on-${day}`}>
          {formatDay(day)}
        </h2>
        <ol className="wm-tidy">
          {lines.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what happened stays in its order, and is drawn once on the server.
            <Line line={line} key={place} />
          ))}
        </ol>
      </section>
    ))}
    <Pagination page={page} pages={pages} href={(to) => `${paths.record(caseId)}?${new URLSearchParams({ ...(of && { of }), page: String(to) })}`} of="what happened" />
  </>
);

const Line = ({ line }: { line: RecordLine }) => (
  <li>
    <time dateTime={line.at}>{formatTime(line.at)}</time> <Words>{sentence(line)}</Words>
    {line.quote && <Box tone="quote">{line.quote}</Box>}
  </li>
);

/** A sha256 in a sentence may break anywhere, so that it fits a narrow screen. */
const Words = ({ children }: { children: string }) =>
  children.split(/([0-9a-f]{64})/).map((words, place) =>
    place % 2 === 1 ? (
      <span className="wm-hash" key={words}>
        {words}
      </span>
    ) : (
      words
    ),
  );
