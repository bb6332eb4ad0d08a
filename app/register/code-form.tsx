import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { OneLine } from "~/ui/layout";
import { TextField } from "~/ui/text-field";
import { registerWords } from "./words/register-words";

export type CodeFormProps = { label?: string; value?: string; error?: string | undefined; hint?: string };

/** The box for a code, with what was typed in it. A name is understood too. */
export function CodeForm({ label, value, error, hint }: CodeFormProps) {
  const { t } = useWords(registerWords);
  return (
    <Form method="get" action={paths.verify}>
      <OneLine>
        <TextField
          name="code"
          label={label ?? t("code.label")}
          value={value}
          error={error}
          hint={hint}
          width={20}
          code
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button>{t("code.check")}</Button>
      </OneLine>
    </Form>
  );
}
