import { Button } from "~/ui/button";
import { Details } from "~/ui/details";
import { type FieldErrors, Form } from "~/ui/form";
import { TextField } from "~/ui/text-field";

export type OfferListProps = { offers: readonly { id: string; name: string; summary: string }[] };

/** What is on the list, each with a way off it. */
export const OfferList = ({ offers }: OfferListProps) =>
  offers.length === 0 ? (
    <p>Nothing is on your list yet.</p>
  ) : (
    <ul>
      {offers.map(({ id, name, summary }) => (
        <li key={id}>
          <strong>{name}</strong>
          {summary && `. ${summary}`}
          <Details summary={`Take ‘${name}’ off the list`}>
            <p>It is then not offered for a mark any more. A mark that names it keeps saying so.</p>
            <Form>
              <input type="hidden" name="offer" value={id} />
              <Button tone="secondary" name="intent" value="end">
                {`Take ‘${name}’ off`}
              </Button>
            </Form>
          </Details>
        </li>
      ))}
    </ul>
  );

export const OfferForm = ({ typed, errors }: { typed: { name: string; summary: string }; errors: FieldErrors }) => (
  <Form>
    <h2>Add one</h2>
    <TextField name="name" label="Name" hint="As people know it." value={typed.name} error={errors.name} />
    <TextField name="summary" label="In one sentence" optional value={typed.summary} error={errors.summary} />
    <Button name="intent" value="add">
      Add it to the list
    </Button>
  </Form>
);
