import type { EvidenceItem } from "~/assessments/answer";
import { levelOf } from "~/assessments/answer";
import { paths } from "~/platform/paths";
import { Day } from "~/ui/date";
import { isDay } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { Details } from "~/ui/details";
import { Box, Quiet } from "~/ui/layout";
import type { Reading as ReadingProps, ShownFile } from "./desk";
import { levelWord } from "./level-word";
import { SentWarnings } from "./sent-warnings";

/** What is read: the criterion, what the group says, and what it shows. */
export function Reading({ criterion, answer, claimsNa, facts, files, warnings }: ReadingProps) {
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
      <Evidence items={answer.evidence ?? []} files={files} facts={facts} />
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
function Evidence({ items, files, facts }: { items: EvidenceItem[]; files: ShownFile[]; facts: ReadingProps["facts"] }) {
  if (items.length === 0 && facts.length === 0) return <p className="wm-quiet">Nothing shown.</p>;
  return (
    <Definitions layout="stack">
      {items.map((item, index) => {
        const file = files.find(({ id }) => id === item.file);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was sent is frozen, and drawn once on the server.
          <Definition term={file ? <a href={paths.evidence(file.id)}>{item.title ?? file.name}</a> : (item.title ?? kindWords[item.kind])} key={index}>
            {file && (
              <Quiet small>
                {file.name}, {size(file.bytes)}. Opens as a download.{" "}
              </Quiet>
            )}
            {item.kind === "link" && <span className="wm-copy__line">{item.link}</span>}
            {item.kind === "words" && item.words}
            {item.kind === "call" && <Quiet small>They will show this on a call.</Quiet>}
            {item.date && isDay(item.date) && (
              <Quiet small>
                {" "}
                Dated <Day day={item.date} />.
              </Quiet>
            )}
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

const kindWords: Record<EvidenceItem["kind"], string> = { file: "File", link: "Web address", call: "Shown on a call", words: "In their words" };
const words = (all: (string | undefined)[]) => all.filter((each) => each?.trim()).join("\n\n") || "Nothing written.";
const size = (bytes: number) => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
