import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { type FieldErrors, Form } from "~/ui/form";
import { TextField } from "~/ui/text-field";
import { accountWords } from "./words/account-words";

/** Where the six digits go. The address is asked for unless this browser has just given it. */
export function CodeForm({ email = "", code, known, errors = {} }: { email?: string; code?: string; known?: boolean; errors?: FieldErrors }) {
  const { t, at } = useWords(accountWords);
  return (
    <Form action={at(paths.signInCode)}>
      {known ? (
        <input type="hidden" name="email" value={email} />
      ) : (
        <TextField
          name="email"
          label={t("email.own")}
          hint={t("code.email_hint")}
          type="email"
          autoComplete="email"
          spellCheck={false}
          width={30}
          value={email}
          error={errors.email}
        />
      )}
      <TextField name="code" label={t("code.label")} hint={t("code.hint")} inputMode="numeric" autoComplete="one-time-code" width={10} code value={code} error={errors.code} />
      <Button>{t("code.send")}</Button>
    </Form>
  );
}
