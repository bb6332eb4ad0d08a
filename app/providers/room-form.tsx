import { useWords } from "~/platform/language";
import { Button } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { type FieldErrors, Form } from "~/ui/form";
import { TextField } from "~/ui/text-field";
import { acceptings } from "./capacity";
import type { TypedRoom } from "./typed-room";
import { providerWords } from "./words/provider-words";

/** What room there is: one choice, a wait where people can start, and a few words. */
export function RoomForm({ typed, errors }: { typed: TypedRoom; errors: FieldErrors }) {
  const { t } = useWords(providerWords);
  return (
    <Form>
      <Radios
        name="accepting"
        label={t("room_form.accepting")}
        size="m"
        choices={acceptings.map((value) => ({ value, label: t(`accepting.${value}.label`), hint: t(`accepting.${value}.hint`) }))}
        value={typed.accepting}
        error={errors.accepting}
      />
      <TextField
        name="wait_weeks"
        label={t("room_form.wait")}
        hint={t("room_form.wait_hint")}
        value={typed.wait_weeks}
        width={2}
        inputMode="numeric"
        suffix={t("room_form.weeks")}
        error={errors.wait_weeks}
      />
      <TextField name="note" label={t("room_form.note")} hint={t("room_form.note_hint")} value={typed.note} optional error={errors.note} />
      <Button>{t("room_form.save")}</Button>
    </Form>
  );
}
