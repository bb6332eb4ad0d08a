import { useWords } from "~/platform/language";
import { linkWorkerTermKeys, linkWorkerTerms } from "~/standards/term";
import { Button } from "~/ui/button";
import { capital } from "~/ui/capital";
import { Radios } from "~/ui/choices";
import { type FieldErrors, Form } from "~/ui/form";
import { providerWords } from "./words/provider-words";

/** One of the field's words for those who link people to what is near. The words are English in every language of the page. */
export const TermForm = ({ term, errors }: { term: string; errors: FieldErrors }) => {
  const { t } = useWords(providerWords);
  return (
    <Form>
      <Radios
        name="term"
        label={t("term.label")}
        hint={t("term.hint")}
        size="m"
        choices={linkWorkerTermKeys.map((value) => ({ value, label: <span lang="en-GB">{capital(linkWorkerTerms[value])}</span> }))}
        value={term}
        error={errors.term}
      />
      <Button>{t("term.save")}</Button>
    </Form>
  );
};
