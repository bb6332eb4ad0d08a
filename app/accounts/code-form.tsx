import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { type FieldErrors, Form } from "~/ui/form";
import { TextField } from "~/ui/text-field";

/** Where the six digits go. The address is asked for unless this browser has just given it. */
export const CodeForm = ({ email = "", code, known, errors = {} }: { email?: string; code?: string; known?: boolean; errors?: FieldErrors }) => (
  <Form action={paths.signInCode}>
    {known ? (
      <input type="hidden" name="email" value={email} />
    ) : (
      <TextField
        name="email"
        label="Your e-mail address"
        hint="The one the mail was sent to."
        type="email"
        autoComplete="email"
        spellCheck={false}
        width={30}
        value={email}
        error={errors.email}
      />
    )}
    <TextField name="code" label="Code from the mail" hint="6 digits." inputMode="numeric" autoComplete="one-time-code" width={10} code value={code} error={errors.code} />
    <Button>Sign in with the code</Button>
  </Form>
);
