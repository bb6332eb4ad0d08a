import { levelOf } from "~/assessments/answer";
import { useNonce } from "~/platform/nonce";
import { Details } from "~/ui/details";
import { Box } from "~/ui/layout";
import { AwardForm } from "./award-form";
import type { Reading as ReadingProps } from "./desk";
import { levelWord } from "./level-word";
import { LockLink } from "./lock-link";
import { SentSince } from "./sent-since";
import { SentWarnings } from "./sent-warnings";
import { Evidence } from "./shown-evidence";

/** What is read: the criterion, what the group says, and what it shows. */
export function Reading({ criterion, answer, claimsNa, facts, files, warnings, awards, pages, since, locked, may }: ReadingProps) {
  const lock = may.lock ? { caseId: may.caseId, criterion: criterion.id } : undefined;
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
        !claimsNa && <p className="wm-quiet wm-small">Their own rating is hidden until you have rated all that is yours.</p>
      )}
      {answer.plan?.what && (
        <>
          <h2 className="wm-h">Their plan</h2>
          <Box tone="quote">{words([answer.plan.what, [answer.plan.who, answer.plan.when].filter(Boolean).join(", "), answer.plan.help])}</Box>
        </>
      )}
      {lock && !locked && <LockLink {...lock} what="answer" of="their answer" />}
      <h2 className="wm-h">Evidence</h2>
      <div id="shown">
        <Evidence items={answer.evidence ?? []} files={files} pages={pages} facts={facts} lock={lock} />
        <SentSince since={since} files={files} lock={lock} />
      </div>
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
      <script type="module" src="/evidence-words.js" nonce={useNonce()} />
    </>
  );
}

const words = (all: (string | undefined)[]) => all.filter((each) => each?.trim()).join("\n\n") || "Nothing written.";
