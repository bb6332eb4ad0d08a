import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { OneLine } from "~/ui/layout";
import { TextField } from "~/ui/text-field";

export type CodeFormProps = { label?: string; value?: string; error?: string | undefined; hint?: string };

/** The box for a code, with what was typed in it. A name is understood too. */
export const CodeForm = ({ label = "Code on the certificate or badge", value, error, hint }: CodeFormProps) => (
  <Form method="get" action={paths.verify}>
    <OneLine>
      <TextField name="code" label={label} value={value} error={error} hint={hint} width={20} code autoComplete="off" autoCapitalize="characters" spellCheck={false} />
      <Button>Check</Button>
    </OneLine>
  </Form>
);
