import { Button } from "~/ui/button";
import { Details } from "~/ui/details";
import { Form } from "~/ui/form";

export type TakeOutProps = { summary: string; words: string; madeFrom: string };

/** Takes what the page is about out of the draft. */
export const TakeOut = ({ summary, words, madeFrom }: TakeOutProps) => (
  <Details summary={summary}>
    <p>{words}</p>
    <Form>
      <input type="hidden" name="made_from" value={madeFrom} />
      <Button tone="warning" name="intent" value="take_out" id="take_out">
        Take it out
      </Button>
    </Form>
  </Details>
);
