import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Box } from "~/ui/layout";

export type SignedOutProps = { signIn: string; /** What was sent, to be sent again as it was. */ fields: readonly (readonly [name: string, value: string])[] };

/** A form came from somebody who is signed out by now. Nothing of it is lost: it waits in this page, and nowhere else, until they have signed in beside it. */
export function SignedOut({ signIn, fields }: SignedOutProps) {
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
      <Form>
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
