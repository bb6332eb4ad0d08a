import { paths } from "~/platform/paths";
import { Answer, State, States } from "~/ui/answer";
import type { FieldErrors } from "~/ui/form";
import { Code, Columns, Quiet } from "~/ui/layout";
import { CodeForm } from "./code-form";

/** A well-formed code that we never issued. */
export const UnknownCode = ({ code, contact }: { code: string; contact: { email: string; phone: string } }) => (
  <>
    <Answer>No mark has this code. Do not rely on it.</Answer>
    <States>
      <State
        tone="end"
        icon="post-missing"
        label={
          <>
            Code <Code>{code}</Code>
          </>
        }
        headline="Not in our register"
      >
        <p>The code is well formed, but we have never issued it.</p>
      </State>
    </States>
    <Columns beside={<CodeForm value={code} />}>
      <h2 className="wm-h">What to do now</h2>
      <ul>
        <li>Check the code against the paper, character by character.</li>
        <li>
          If it matches, the paper may not be ours. Tell us where you saw it: <a href={`mailto:${contact.email}`}>{contact.email}</a> or {contact.phone}. You do not have to give
          your name.
        </li>
        <li>
          Or look the group up by name: <a href={paths.register}>search the register</a>.
        </li>
      </ul>
    </Columns>
  </>
);

/** A fingerprint of a file that is none of ours as we issued it. The file itself we have not seen. */
export const UnknownFile = () => (
  <>
    <Answer>We have issued no file with this fingerprint. Do not rely on it.</Answer>
    <States>
      <State tone="end" icon="post-missing" label="The file" headline="Not as we issued it">
        <p>It may be a certificate that was changed or saved again since, or be somebody else’s.</p>
      </State>
    </States>
    <Columns beside={<CodeForm label="Check the code on it" />}>
      <h2 className="wm-h">What to do now</h2>
      <ul>
        <li>Type in the code that is on the certificate: the register says whether the mark is in force.</li>
        <li>
          Or <a href={paths.verify}>show us the PDF itself</a>: then we can say more about it.
        </li>
      </ul>
    </Columns>
  </>
);

/** Not a code of ours at all: nothing was looked up, and what was typed stays in the box. */
export const MistypedCode = ({ typed, errors }: { typed: string; errors: FieldErrors }) => (
  <>
    <Answer>There is a slip in this code. No mark was looked up.</Answer>
    <States>
      <State
        tone="ask"
        icon="post-asked"
        label={
          <>
            Code <Code>{typed}</Code>
          </>
        }
        headline="Not a code we could have issued"
      >
        <p>A character is wrong or missing, or two have changed places.</p>
      </State>
    </States>
    <Columns
      beside={
        <p>
          No code to hand? <a href={paths.register}>Look the group up by name</a>, or show us the PDF on <a href={paths.verify}>the checking page</a>.
        </p>
      }
    >
      <CodeForm label="Type the code again" value={typed} error={errors.code} />
      <p>
        <Quiet>12 letters and numbers. There is no letter I, L, O or U: we read O as zero, and I and L as one.</Quiet>
      </p>
    </Columns>
  </>
);
