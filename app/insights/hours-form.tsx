import { useWords } from "~/platform/language";
import { Button } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { Details } from "~/ui/details";
import { type FieldErrors, Form } from "~/ui/form";
import { Quiet } from "~/ui/layout";
import { TextField } from "~/ui/text-field";
import { sizes } from "./hours";
import { insightsWords } from "./words/insights-words";

/** What the press of this form is called, beside the others of the page. */
export const hoursIntent = "hours";
export type TypedHours = { hours?: string; size?: string };

/** Asks once, and only who likes to answer, how long it took. */
export function HoursAsked({ said, typed, errors }: { said: boolean; typed: TypedHours; errors: FieldErrors }) {
  const { t } = useWords(insightsWords);
  if (said)
    return (
      <p>
        <Quiet>{t("hours.thanks")}</Quiet>
      </p>
    );
  return (
    <Details summary={t("hours.title")} open={"hours" in errors || "size" in errors}>
      <p>{t("hours.why")}</p>
      <Form>
        <TextField name="hours" label={t("hours.hours")} hint={t("hours.hours_hint")} width={5} inputMode="decimal" value={typed.hours ?? ""} error={errors.hours} optional />
        <Radios name="size" label={t("hours.size")} choices={sizes.map((value) => ({ value, label: t(`size.${value}`) }))} value={typed.size} error={errors.size} optional small />
        <Button tone="secondary" name="intent" value={hoursIntent}>
          {t("hours.send")}
        </Button>
      </Form>
    </Details>
  );
}
