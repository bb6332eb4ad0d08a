import { Button } from "./button";
import { Form } from "./form";
import { Box } from "./layout";

export type SignedOutProps = {
  signIn: string;
  /** Where the form was sent to. */
  address: string;
  /** What was sent, to be sent again as it was. */
  fields: readonly (readonly [name: string, value: string])[];
};

/** Reads what a refused form was out of the error that refused it: `throw data(keptForm, 401)`. */
export function signedOutOf(error: unknown): SignedOutProps | undefined {
  const kept = typeof error === "object" && error !== null && "status" in error && error.status === 401 && "data" in error ? error.data : undefined;
  return typeof kept === "object" && kept !== null && "fields" in kept && "signIn" in kept && "address" in kept ? (kept as SignedOutProps) : undefined;
}

/** A form came from somebody who is signed out by now. Nothing of it is lost: it waits in this page, and nowhere else, until they have signed in beside it. */
export function SignedOut({ signIn, address, fields }: SignedOutProps) {
  const words = fields.filter(([, value]) => value.length > 20);
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
      <Form action={address}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
        ))}
        <Button>Send it again</Button>
      </Form>
      {words.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What you typed</h2>
          {words.map(([name, value]) => (
            <Box key={name}>
              <p className="wm-lines">{value}</p>
            </Box>
          ))}
        </>
      )}
    </>
  );
}
