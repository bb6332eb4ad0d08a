import { paths } from "~/platform/paths";
import { Button, ButtonGroup, LinkButton } from "~/ui/button";
import { formatDay } from "~/ui/dates";
import { Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { SummaryList } from "~/ui/summary-list";
import type { Fate } from "./fates";
import { MoveLists } from "./move-lists";
import { foreseenWords, inTheWayWords } from "./move-words";
import type { Preview } from "./preview";

export type MovePageProps = {
  id: string;
  title: string;
  from: string;
  to: string;
  lastSubmitOn: string | undefined;
  dayAfter: string | undefined;
  late: boolean;
  maySubmit: boolean;
  fates: Fate[];
  preview: Preview;
};

/** Everything that a move would mean, and the two ways on. */
export function MovePage(props: MovePageProps) {
  const { id, title, from, to, preview, fates } = props;
  return (
    <>
      <h1 className="govuk-heading-l" id="migrate" tabIndex={-1}>
        <span className="govuk-caption-l">
          {title} {from}
        </span>{" "}
        Move your answers to version {to}?
      </h1>
      <p className="govuk-body-l">Nothing changes until you press the button below.</p>
      <p>
        What you typed is kept either way. Your answers under {from} can always be read, and you can go back until somebody changes an answer in the new draft. <Until {...props} />
      </p>
      <h2 className="govuk-heading-m">What your own levels would come to</h2>
      {preview.nowInTheWay.length > 0 && (
        <Box tone="warn">
          {preview.nowInTheWay.map((each) => (
            <p key={each.title}>
              <strong>{inTheWayWords(each)}</strong>
            </p>
          ))}
        </Box>
      )}
      <SummaryList
        rows={[
          { term: `Now, under ${from}`, value: foreseenWords(preview.before) },
          { term: `After, under ${to}`, value: foreseenWords(preview.after) },
        ]}
      />
      <p>This counts only the levels you chose yourselves, as they are today. Assessors read your evidence and may see it differently.</p>
      <MoveLists id={id} fates={fates} />
      <Decide {...props} />
    </>
  );
}

/** Until when it may be sent as it is. */
const Until = ({ from, to, lastSubmitOn, dayAfter, late }: Pick<MovePageProps, "from" | "to" | "lastSubmitOn" | "dayAfter" | "late">) => {
  if (!lastSubmitOn || !dayAfter) return <>You can also stay on version {from} and send that.</>;
  if (late)
    return (
      <>
        Version {from} could be sent until {formatDay(lastSubmitOn)}. Now only version {to} can be sent.
      </>
    );
  return (
    <>
      You can stay on version {from} and send it until {formatDay(lastSubmitOn)}. From {formatDay(dayAfter)} only version {to} can be sent.
    </>
  );
};

function Decide({ id, from, to, lastSubmitOn, late, maySubmit }: MovePageProps) {
  if (!maySubmit)
    return (
      <Box>
        <p>Moving is for somebody in your group who may send things: ask them to open this page.</p>
      </Box>
    );
  return (
    <Form>
      <ButtonGroup>
        <Button name="move" value="agree">{`Move our answers to version ${to}`}</Button>
        {!late && (
          <LinkButton tone="secondary" href={paths.assessment(id)}>
            {lastSubmitOn ? `Stay on ${from} until ${formatDay(lastSubmitOn)}` : `Stay on ${from} for now`}
          </LinkButton>
        )}
      </ButtonGroup>
    </Form>
  );
}
