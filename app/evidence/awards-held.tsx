import { useWords } from "~/platform/language";
import { Button } from "~/ui/button";
import { Day } from "~/ui/date";
import { DateField } from "~/ui/date-field";
import { type FieldErrors, Form } from "~/ui/form";
import { SelectField } from "~/ui/select-field";
import { Sentence } from "~/ui/sentence";
import { Tag } from "~/ui/tag";
import { TextField } from "~/ui/text-field";
import type { LibraryAward } from "./library.server";
import type { TypedLibrary } from "./library-typed";
import { evidenceWords } from "./words/evidence-words";

/** An award that can be stated, and what it counts for, in words. */
export type AwardChoice = { key: string; name: string; covers: string };

/** Awards of others that the group has stated. */
export function AwardsHeld({ held, choices, today }: { held: readonly LibraryAward[]; choices: readonly AwardChoice[]; today: string }) {
  const { t } = useWords(evidenceWords);
  if (held.length === 0) return <p>{t("library.awards.none")}</p>;
  return (
    <ul className="wm-tidy">
      {held.map(({ id, award, number, expiresOn }) => {
        const choice = choices.find(({ key }) => key === award);
        const name = choice?.name ?? award;
        return (
          <li key={id}>
            <Sentence of={t("library.awards.held")} parts={{ award: <strong>{name}</strong>, number }} />
            <br />
            {expiresOn < today ? <Tag tone="stop">{t("library.awards.past")}</Tag> : null}{" "}
            <Sentence of={t(expiresOn < today ? "library.awards.was" : "library.awards.until")} parts={{ day: <Day day={expiresOn} /> }} /> {choice?.covers}
            <Form multipart>
              <input type="hidden" name="award_id" value={id} />
              <Button name="intent" value="end_award" tone="secondary" small>
                {t("library.awards.take_off", { award: name })}
              </Button>
            </Form>
          </li>
        );
      })}
    </ul>
  );
}

/** To state one: which, its number, its last day. Nothing is uploaded. */
export function StateAward({ choices, typed, errors }: { choices: readonly AwardChoice[]; typed: TypedLibrary | undefined; errors: FieldErrors }) {
  const { t } = useWords(evidenceWords);
  return (
    <Form multipart>
      <SelectField
        name="award"
        label={t("library.awards.which")}
        options={choices.map(({ key, name }) => ({ value: key, label: name }))}
        empty={t("library.awards.choose")}
        value={typed?.award}
        error={errors.award}
      />
      <TextField name="number" label={t("library.awards.number")} hint={t("library.awards.number_hint")} value={typed?.number} error={errors.number} />
      <DateField name="expires" id="award-expires" label={t("library.awards.day")} value={typed?.expires} error={errors["award-expires"]} />
      <Button name="intent" value="award" tone="secondary">
        {t("library.awards.button")}
      </Button>
    </Form>
  );
}
