import { LockLink } from "~/review/lock-link";
import { Evidence } from "~/review/shown-evidence";
import { Button } from "~/ui/button";
import { formatMoment } from "~/ui/dates";
import { Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { TextArea } from "~/ui/text-field";
import { notYetField, type SentForm } from "../change-form";
import type { SeenAnswer, SeenAnswers } from "./seen-answers";

/** What the group has sent for what its mark still asks, words and evidence, and where a moderator says what is not yet there. That it is enough is recorded below, beside what is asked. */
export function SentAnswers({ seen: { caseId, mayLock, answers }, sent }: { seen: SeenAnswers; sent: SentForm | undefined }) {
  if (answers.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">What the group has sent</h2>
      {answers.map((each) => (
        <One key={each.id} answer={each} lock={caseId !== null && mayLock ? { caseId, criterion: each.criterion } : undefined} sent={sent} />
      ))}
    </>
  );
}

type Lock = { caseId: string; criterion: string } | undefined;

function One({ answer, lock, sent }: { answer: SeenAnswer; lock: Lock; sent: SentForm | undefined }) {
  const { id, supplementId, criterion, title, at, words, evidence, files, pages, locked, waiting, reply, accepted, mayReturn } = answer;
  const typed = sent?.intent === "not_yet" && sent.answer === id ? sent : undefined;
  return (
    <section aria-labelledby={`answer-${id}`}>
      <h3 className="govuk-heading-s" id={`answer-${id}`}>
        {criterion} {title}
      </h3>
      <p className="wm-quiet wm-small">
        Sent on {formatMoment(at)}. {waiting ? "Waits to be looked at." : accepted ? "Accepted." : reply ? "Not yet." : "Its days ran out."}
      </p>
      <Box tone="quote">{words.trim() || "Nothing written."}</Box>
      {lock && !locked && <LockLink {...lock} what={supplementId} of={`what was sent for ${criterion}`} />}
      {evidence.length > 0 && <Evidence items={evidence} files={files} pages={pages} facts={[]} lock={lock} />}
      {reply && (
        <>
          <p>What we told them on {formatMoment(reply.at)}:</p>
          <Box tone="quote">{reply.words}</Box>
        </>
      )}
      {mayReturn && (
        <Form>
          <input type="hidden" name="intent" value="not_yet" />
          <input type="hidden" name="answer" value={id} />
          <TextArea
            name="words"
            id={notYetField(id)}
            label={`Say what is not yet there for ${criterion}`}
            size="s"
            hint="The group reads these words. Say what is missing and what would be enough, plainly and kindly. It can send again while its days run. If it is enough, record that below."
            rows={3}
            value={typed?.words ?? ""}
            error={typed?.errors[notYetField(id)]}
          />
          <Button tone="secondary">Tell them what is not yet there</Button>
        </Form>
      )}
    </section>
  );
}
