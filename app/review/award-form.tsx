import { paths } from "~/platform/paths";
import { Button, ButtonGroup } from "~/ui/button";
import { Day } from "~/ui/date";
import { Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { TextArea } from "~/ui/text-field";
import type { ShownAward } from "./shown-award";

export const awardIntent = "judge_award";
export type AwardFormProps = { award: ShownAward; caseId: string; criterion: string; mayJudge: boolean };

/** What an award counts for, how to check it, and the assessor's word on it. */
export function AwardForm({ award, caseId, criterion, mayJudge }: AwardFormProps) {
  const { id, name, number, expiresOn, list, relation, expired, judged } = award;
  return (
    <Box tone="quote">
      <p>
        <strong>{name}</strong>, number {number}. {expired ? "Out of date since" : "Good until"} <Day day={expiresOn} />.
      </p>
      <p>Look it up, and look at its last day; nothing more. {list}</p>
      <p>
        {relation === "met_at_least"
          ? "If you accept it, you may give Met without ticking every test. Leading still needs every test of Leading."
          : "It supports what they say, and stands for no test by itself."}
      </p>
      {judged && (
        <p>
          <strong>{judged.accepted ? "Accepted." : "Not accepted."}</strong> {judged.reason}
        </p>
      )}
      {mayJudge && (
        <Form action={paths.case(caseId)}>
          <input type="hidden" name="intent" value={awardIntent} />
          <input type="hidden" name="criterion" value={criterion} />
          <input type="hidden" name="award" value={id} />
          <TextArea name="reason" id={`award-${id}`} label={`What you found on ${name}`} hint="At least 20 characters." rows={2} value={judged?.reason ?? ""} />
          <ButtonGroup>
            {!expired && (
              <Button name="accepted" value="yes" tone="secondary" small>
                Accept this award
              </Button>
            )}
            <Button name="accepted" value="no" tone="secondary" small>
              Do not accept it
            </Button>
          </ButtonGroup>
        </Form>
      )}
    </Box>
  );
}
