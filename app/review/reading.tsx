import type { EvidenceItem } from "~/assessments/answer";
import { levelOf } from "~/assessments/answer";
import { paths } from "~/platform/paths";
import { Day } from "~/ui/date";
import { isDay } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { Details } from "~/ui/details";
import { Box, Quiet } from "~/ui/layout";
import { AwardForm } from "./award-form";
import type { Reading as ReadingProps, ShownFile } from "./desk";
import { FileFlags } from "./file-flags";
import { levelWord } from "./level-word";
import { SentWarnings } from "./sent-warnings";

/** What is read: the criterion, what the group says, and what it shows. */
export function Reading({ criterion, answer, claimsNa, facts, files, warnings, awards, pages, may }: ReadingProps) {
  return (
    <>
      <p className="wm-quiet wm-small govuk-!-margin-bottom-0">
        {criterion.id}
        {criterion.mustHave && (
          <>
            {" "}
            · <strong className="wm-must">Must-have</strong>, read by two people
          </>
        )}
      </p>
      <h1 className="wm-deskh">{criterion.title}</h1>
      <p>{criterion.statement}</p>
      <h2 className="wm-h">{claimsNa ? "They say it does not apply" : "Their answer"}</h2>
      <Box tone="quote">{words(claimsNa ? [answer.na?.reason, answer.na?.words] : [answer.how])}</Box>
      {answer.level ? (
        <p>
          They rate themselves: <strong>{levelWord(levelOf(answer.level))}</strong>
        </p>
      ) : (
        !claimsNa && <p className="wm-quiet wm-small">Their own rating is hidden until you save yours.</p>
      )}
      {answer.plan?.what && (
        <>
          <h2 className="wm-h">Their plan</h2>
          <Box tone="quote">{words([answer.plan.what, [answer.plan.who, answer.plan.when].filter(Boolean).join(", "), answer.plan.help])}</Box>
        </>
      )}
      <h2 className="wm-h">Evidence</h2>
      <Evidence items={answer.evidence ?? []} files={files} pages={pages} facts={facts} lock={may.lock ? { caseId: may.caseId, criterion: criterion.id } : undefined} />
      {awards.map((award) => (
        <AwardForm key={award.id} award={award} caseId={may.caseId} criterion={criterion.id} mayJudge={may.judge} />
      ))}
      <SentWarnings warnings={warnings} />
      <Details summary="What good looks like, and what is enough">
        <p>{criterion.good}</p>
        <p>
          <strong>Evidence:</strong> {criterion.evidence.what}
        </p>
        <p>
          <strong>Enough for a small group:</strong> {criterion.evidence.lightest}
        </p>
      </Details>
    </>
  );
}

/** Addresses stand as text: what a group typed is never a link of ours. Files come from our own storage, as downloads. */
type EvidenceProps = {
  items: EvidenceItem[];
  files: ShownFile[];
  facts: ReadingProps["facts"];
  pages: ReadingProps["pages"];
  lock: { caseId: string; criterion: string } | undefined;
};
function Evidence({ items, files, pages, facts, lock }: EvidenceProps) {
  if (items.length === 0 && facts.length === 0) return <p className="wm-quiet">Nothing shown.</p>;
  return (
    <Definitions layout="stack">
      {items.map((item, index) => {
        const file = files.find(({ id }) => id === item.file);
        return (
          <Definition
            term={file && !file.state.locked ? <a href={paths.evidence(file.id)}>{item.title ?? file.name}</a> : (item.title ?? file?.name ?? kindWords[item.kind])}
            // biome-ignore lint/suspicious/noArrayIndexKey: what was sent is frozen, and drawn once on the server.
            key={index}
          >
            {file?.state.locked && <p className="wm-small">Locked: it has personal details in it. Nobody can open it; the group is asked to replace it.</p>}
            {file && !file.state.locked && (
              <Quiet small>
                {file.name}, {size(file.bytes)}. Opens as a download.{" "}
              </Quiet>
            )}
            {item.kind === "award" && <Quiet small>An award from somebody else: see below.</Quiet>}
            {item.kind === "link" && <span className="wm-copy__line">{item.link}</span>}
            {item.link && pages[item.link] && <AsItWas page={pages[item.link]!} />}
            {item.kind === "words" && item.words}
            {item.kind === "call" && <Quiet small>They will show this on a call.</Quiet>}
            {item.date && isDay(item.date) && (
              <Quiet small>
                {" "}
                Dated <Day day={item.date} />.
              </Quiet>
            )}
            {file && !file.state.locked && <FileFlags file={file} lock={lock} />}
          </Definition>
        );
      })}
      {facts.map(({ label, value }) => (
        <Definition term={label} key={label}>
          {value ?? <Quiet>Not said</Quiet>} {value !== null && <Quiet small>They told us.</Quiet>}
        </Definition>
      ))}
    </Definitions>
  );
}

/** A page as it was kept, to download as text. */
const AsItWas = ({ page: { capture, on, changed } }: { page: ReadingProps["pages"][string] }) => (
  <p className="wm-small">
    <a href={paths.evidence(capture)}>
      As it was on <Day day={on} />
    </a>
    , as a download. {changed && "The page has changed since, if only in small things: compare before you rely on it."}
  </p>
);

const kindWords: Record<EvidenceItem["kind"], string> = { file: "File", link: "Web address", call: "Shown on a call", words: "In their words", award: "An award" };
const words = (all: (string | undefined)[]) => all.filter((each) => each?.trim()).join("\n\n") || "Nothing written.";
const size = (bytes: number) => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
