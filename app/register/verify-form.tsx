import { Answer } from "~/ui/answer";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FileField } from "~/ui/file-field";
import { type FieldErrors, Form } from "~/ui/form";
import { Columns, Quiet } from "~/ui/layout";
import { CodeForm } from "./code-form";

export type VerifyFormProps = { errors: FieldErrors; typed: string /** The nonce for the one script. Without it the form works as well. */; nonce: string | undefined };

/** Two ways to check a mark: the code on the paper, or the PDF itself. */
export const VerifyForm = ({ errors, typed, nonce }: VerifyFormProps) => (
  <>
    <ErrorSummary errors={errors} />
    <Answer>Check a mark</Answer>
    <Columns
      beside={
        <>
          <h2 className="wm-h">Why paper is not enough</h2>
          <p>A certificate or a badge says what was true on the day it was made. Our register says what is true today.</p>
          <p>
            <Quiet>The file is not kept. If your browser can, it sends us only a fingerprint first; the file itself is sent when we do not know the fingerprint.</Quiet>
          </p>
        </>
      }
    >
      <h2 className="wm-h wm-h--ruled">By its code</h2>
      <CodeForm label="Code, or the name of a group" value={typed} error={errors.code} />
      <h2 className="wm-h wm-h--ruled">By its PDF</h2>
      <Form multipart id="verify-file">
        <FileField name="file" label="The certificate, as a PDF" hint="Up to 5 MB. You can drop it on the field." accept=".pdf,application/pdf" error={errors.file} />
        <Button>Check the file</Button>
      </Form>
    </Columns>
    <script type="module" src="/verify-hash.js" nonce={nonce} />
  </>
);
