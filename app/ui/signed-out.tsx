import { useWords } from "~/platform/language";
import { Button } from "./button";
import { Form } from "./form";
import { Box } from "./layout";
import { uiWords } from "./words/ui-words";

export type SignedOutProps = {
  signIn: string;
  /** Where the form was sent to. */
  address: string;
  /** What was sent, to be sent again as it was. */
  fields: readonly (readonly [name: string, value: string])[];
  /** A file was sent too, and must be chosen again. */
  fileLeftOut?: boolean;
};

/** Reads what a refused form was out of the error that refused it: `throw data(props, 401)`. */
export function signedOutOf(error: unknown): SignedOutProps | undefined {
  const kept = typeof error === "object" && error !== null && "status" in error && error.status === 401 && "data" in error ? error.data : undefined;
  return typeof kept === "object" && kept !== null && "fields" in kept && "signIn" in kept && "address" in kept ? (kept as SignedOutProps) : undefined;
}

/** The words of a form that its sender may not send any more: `throw data(props, 404)`. */
export function refusedWordsOf(error: unknown): SignedOutProps["fields"] {
  const kept = typeof error === "object" && error !== null && "status" in error && error.status === 404 && "data" in error ? error.data : undefined;
  return typeof kept === "object" && kept !== null && "fields" in kept ? (kept as SignedOutProps).fields : [];
}

/** Whole sentences that were typed, to be read and copied. Nothing where there are none. */
export function TypedWords({ fields, lead }: Pick<SignedOutProps, "fields"> & { lead?: string }) {
  const { t } = useWords(uiWords);
  const sentences = fields.filter(([, value]) => value.length > 20 && /\s/.test(value));
  if (sentences.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{t("signed_out.typed")}</h2>
      {lead && <p>{lead}</p>}
      {sentences.map(([name, value]) => (
        <Box key={`${name} ${value}`}>
          <p className="wm-lines">{value}</p>
        </Box>
      ))}
    </>
  );
}

/** A form came from somebody who is signed out by now. Nothing of it is lost: it waits in this page, and nowhere else, until they have signed in beside it. */
export function SignedOut({ signIn, address, fields, fileLeftOut = false }: SignedOutProps) {
  const { t, at } = useWords(uiWords);
  return (
    <>
      <h1 className="govuk-heading-l">{t("signed_out.title")}</h1>
      <p className="govuk-body-l">{t("signed_out.kept")}</p>
      <ol className="govuk-list govuk-list--number">
        <li>
          <a className="govuk-link" href={at(signIn)} target="_blank" rel="noreferrer">
            {t("signed_out.sign_in")}
          </a>
        </li>
        <li>{t("signed_out.come_back")}</li>
      </ol>
      {fileLeftOut && <p className="govuk-body">{t("signed_out.file")}</p>}
      <Form action={address}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
        ))}
        <Button>{t("signed_out.send")}</Button>
      </Form>
      <TypedWords fields={fields} />
    </>
  );
}
