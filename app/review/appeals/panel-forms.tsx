import { Button } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { type FieldErrors, Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-field";
import { seats } from "./appeal";
import type { AppealDesk } from "./appeal-desk";
import type { DeskTyped } from "./appeal-desk-form.server";
import { seatFaultWords, seatWords } from "./appeal-words";

type Typing = { typed: DeskTyped; errors: FieldErrors };

/** Who sits on the panel now, and whether they have declared. */
export const PanelShown = ({ panel }: Pick<AppealDesk, "panel">) =>
  panel.length > 0 && (
    <>
      <h2 className="govuk-heading-m">The panel</h2>
      <ul className="wm-tidy">
        {panel.map(({ seat, name, declared }) => (
          <li key={seat}>
            {name}. {seatWords[seat]}. <Quiet small>{declared ? "Declared no conflict of interest." : "Has not declared yet."}</Quiet>
          </li>
        ))}
      </ul>
    </>
  );

/** Three seats, three people. Who cannot sit on this panel is named with why. */
export const PanelForm = ({ desk: { panel, panellists }, typed, errors }: Typing & { desk: AppealDesk }) => (
  <Form>
    <h2 className="govuk-heading-m">{panel.length > 0 ? "Change the panel" : "Name the panel"}</h2>
    {seats.map((seat) => (
      <SelectField
        key={seat}
        name={seat}
        label={seatWords[seat]}
        empty="Choose"
        options={panellists.filter(({ fault }) => fault === null).map(({ personId, name }) => ({ value: personId, label: name }))}
        value={typed[seat] ?? panel.find((each) => each.seat === seat)?.personId ?? ""}
        error={errors[seat]}
      />
    ))}
    {panellists.some(({ fault }) => fault !== null) && (
      <ul className="wm-tidy">{panellists.flatMap(({ personId, name, fault }) => (fault ? [<li key={personId}>{`${name}: ${seatFaultWords[fault]}.`}</li>] : []))}</ul>
    )}
    <Button name="move" value="seat">
      {panel.length > 0 ? "Change the panel" : "Name the panel"}
    </Button>
  </Form>
);

/** Whether what one of them wrote down is what the panel has come to. */
export const SayForm = ({ answerId, typed, errors }: Typing & { answerId: string }) => (
  <Form>
    <input type="hidden" name="answer" value={answerId} />
    <Radios
      name="agrees"
      label="Is this what you have come to?"
      small
      choices={[
        { value: "yes", label: "Yes, I confirm it" },
        { value: "no", label: "No, I do not agree", hint: "Two of you are enough. Why you do not agree is noted, and the group reads it." },
      ]}
      value={typed.agrees}
      error={errors.agrees}
    />
    <TextArea name="words" label="If not, why" optional rows={3} value={typed.words ?? ""} error={errors.words} />
    <Button name="move" value="say">
      Say so
    </Button>
  </Form>
);
