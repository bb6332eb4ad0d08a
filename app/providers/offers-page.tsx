import { useWords } from "~/platform/language";
import { Button } from "~/ui/button";
import { Details } from "~/ui/details";
import { type FieldErrors, Form } from "~/ui/form";
import { TextField } from "~/ui/text-field";
import { providerWords } from "./words/provider-words";

export type OfferListProps = { offers: readonly { id: string; name: string; summary: string }[] };

/** What is on the list, each with a way off it. */
export function OfferList({ offers }: OfferListProps) {
  const { t } = useWords(providerWords);
  if (offers.length === 0) return <p>{t("offers.none")}</p>;
  return (
    <ul className="wm-tidy">
      {offers.map(({ id, name, summary }) => (
        <li key={id}>
          <strong>{name}</strong>
          {summary && (
            <>
              <br />
              {summary}
            </>
          )}
          <Details summary={t("offers.off.summary", { name })}>
            <p>{t("offers.off.words")}</p>
            <Form>
              <input type="hidden" name="offer" value={id} />
              <Button tone="secondary" name="intent" value="end">
                {t("offers.off.do", { name })}
              </Button>
            </Form>
          </Details>
        </li>
      ))}
    </ul>
  );
}

export function OfferForm({ typed, errors }: { typed: { name: string; summary: string }; errors: FieldErrors }) {
  const { t } = useWords(providerWords);
  return (
    <Form>
      <h2>{t("offers.add")}</h2>
      <TextField name="name" label={t("offers.name")} hint={t("offers.name_hint")} value={typed.name} error={errors.name} />
      <TextField name="summary" label={t("offers.summary")} optional value={typed.summary} error={errors.summary} />
      <Button name="intent" value="add">
        {t("offers.send")}
      </Button>
    </Form>
  );
}
