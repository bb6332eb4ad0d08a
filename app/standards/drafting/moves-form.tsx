import { Button } from "~/ui/button";
import { DateField, type TypedDate } from "~/ui/date-field";
import { Details } from "~/ui/details";
import { type FieldErrors, Form } from "~/ui/form";
import type { Offered } from "./draft-view.server";
import { buttonWords, draftRefusalWords } from "./words";

export type MovesFormProps = { moves: readonly Offered[]; version: string; errors: FieldErrors; until: TypedDate | undefined };

/** What can be done with the draft now; where something is in the way, what it is. */
export const MovesForm = ({ moves, ...rest }: MovesFormProps) => (
  <section aria-labelledby="next">
    <h2 id="next">What happens next</h2>
    {moves.length === 0 && <p>Nothing more: this draft is closed.</p>}
    {moves.map((move) => (
      <MoveForm key={move.name} move={move} {...rest} />
    ))}
  </section>
);

function MoveForm({ move: { name, why }, version, errors, until }: Omit<MovesFormProps, "moves"> & { move: Offered }) {
  if (why)
    return (
      <p>
        {buttonWords[name]}: not yet. {draftRefusalWords[why]}
      </p>
    );
  if (name === "consult")
    return (
      <Form>
        <DateField name="until" label="The last day for comments" hint="At least 7 days from now. Until then the text stays as it is." value={until} error={errors.until} />
        <Button name="intent" value="consult">
          {buttonWords.consult}
        </Button>
      </Form>
    );
  return (
    <Details summary={buttonWords[name]} open={errors[name] !== undefined}>
      <p>{lead(name, version)}</p>
      <Form>
        <Button tone={name === "reopen" ? "secondary" : "warning"} name="intent" value={name} id={name}>
          {name === "publish" ? `Publish ${version} for ever` : name === "discard" ? "Give it up" : "Take it back"}
        </Button>
      </Form>
    </Details>
  );
}

function lead(name: Offered["name"], version: string) {
  if (name === "publish")
    return `${version} can never be changed afterwards. It carries today’s date as the day it was published, and today’s as the day it comes into use unless a later one is set.`;
  if (name === "discard") return "What was written is kept, and nothing comes of it. The number can be used again.";
  return "What readers said stays. When the text is ready again, its readers are asked again.";
}
