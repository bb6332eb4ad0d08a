import { Button } from "./button";
import { Form } from "./form";
import { Box } from "./layout";

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

/** A form came from somebody who is signed out by now. Nothing of it is lost: it waits in this page, and nowhere else, until they have signed in beside it. */
export function SignedOut({ signIn, address, fields, fileLeftOut = false }: SignedOutProps) {
  const sentences = fields.filter(([, value]) => value.length > 20 && /\s/.test(value));
  return (
    <>
      <h1 className="govuk-heading-l">You have been signed out</h1>
      <p className="govuk-body-l">What you typed has not been saved yet. It is kept in this page, so do not close it.</p>
      <ol className="govuk-list govuk-list--number">
        <li>
          <a className="govuk-link" href={signIn} target="_blank" rel="noreferrer">
            Sign in again (opens a new tab)
          </a>
        </li>
        <li>Come back to this page and press the button.</li>
      </ol>
      {fileLeftOut && <p className="govuk-body">The file you chose could not be kept. You are asked for it again after that.</p>}
      <Form action={address}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
        ))}
        <Button>Send it again</Button>
      </Form>
      {sentences.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What you typed</h2>
          {sentences.map(([name, value]) => (
            <Box key={`${name} ${value}`}>
              <p className="wm-lines">{value}</p>
            </Box>
          ))}
        </>
      )}
    </>
  );
}
