import { Button } from "~/ui/button";
import { Day } from "~/ui/date";
import { Form } from "~/ui/form";
import { Box, Quiet } from "~/ui/layout";
import { Tag } from "~/ui/tag";
import { TextArea } from "~/ui/text-field";
import type { SentForm } from "../change-form";
import type { ToldChange } from "./circumstance";
import { kindNames } from "./circumstance-words";

/** What the group has told us of since it holds a mark, the newest first, and where a moderator records that they have looked. */
export function ToldToUs({ told, mayRecord, sent }: { told: readonly ToldChange[]; mayRecord: boolean; sent: SentForm | undefined }) {
  if (told.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m" id="told">
        What they told us
      </h2>
      {told.map((each) => (
        <section key={each.id} aria-labelledby={`told-${each.id}`}>
          <h3 className="govuk-heading-s" id={`told-${each.id}`}>
            {kindNames[each.kind]}
          </h3>
          <p>
            Told by {each.by} on <Day day={each.toldOn} />, of <Day day={each.happenedOn} />. {each.late && <Tag>Told late</Tag>}
          </p>
          <Box tone="quote">
            <span className="wm-lines">{each.words}</span>
          </Box>
          {each.looked ? (
            <p>
              {each.looked.by} looked at it on <Day day={each.looked.on} />: {each.looked.note}
            </p>
          ) : (
            <p>
              <Quiet>
                To be looked at by <Day day={each.lookBy} />
              </Quiet>
            </p>
          )}
          {!each.looked && mayRecord && <LookForm id={each.id} sent={sent} />}
        </section>
      ))}
    </>
  );
}

function LookForm({ id, sent }: { id: string; sent: SentForm | undefined }) {
  const { note, errors } = sent?.intent === "look" && sent.told === id ? sent : { note: "", errors: {} as SentForm["errors"] };
  return (
    <Form>
      <input type="hidden" name="told" value={id} />
      <TextArea
        name="note"
        id={lookField(id)}
        label="What you did about it"
        size="s"
        hint="For us alone. Say whom you rang and what follows: a review, a suspension, a top-up, nothing. At least 20 characters."
        rows={3}
        value={note}
        error={errors[lookField(id)]}
      />
      <Button name="intent" value="look">
        Looked at
      </Button>
    </Form>
  );
}

const lookField = (id: string) => `looked-note-${id}`;
