import { useWords } from "~/platform/language";
import { Answer } from "~/ui/answer";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { FileField } from "~/ui/file-field";
import { type FieldErrors, Form } from "~/ui/form";
import { Columns, Quiet } from "~/ui/layout";
import { CodeForm } from "../code-form";
import { registerWords } from "../words/register-words";

export type VerifyFormProps = { errors: FieldErrors; typed: string /** The nonce for the one script. Without it the form works as well. */; nonce: string | undefined };

/** Two ways to check a mark: the code on the paper, or a file. */
export function VerifyForm({ errors, typed, nonce }: VerifyFormProps) {
  const { t } = useWords(registerWords);
  return (
    <>
      <ErrorSummary errors={errors} />
      <Answer>{t("verify.h1")}</Answer>
      <Columns
        beside={
          <>
            <h2 className="wm-h">{t("verify.why")}</h2>
            <p>{t("verify.why_words")}</p>
            <p>
              <Quiet>{t("verify.not_kept")}</Quiet>
            </p>
          </>
        }
      >
        <h2 className="wm-h wm-h--ruled">{t("verify.by_code")}</h2>
        <CodeForm label={t("code.or_name")} value={typed} error={errors.code} />
        <h2 className="wm-h wm-h--ruled">{t("verify.by_pdf")}</h2>
        <Form multipart id="verify-file">
          <FileField
            name="file"
            label={t("verify.file")}
            hint={t("verify.file_hint")}
            accept=".pdf,.jwt,.svg,.png,application/pdf,application/jwt,image/svg+xml,image/png"
            error={errors.file}
          />
          <Button>{t("verify.check_file")}</Button>
        </Form>
      </Columns>
      <script type="module" src="/verify-hash.js" nonce={nonce} />
    </>
  );
}
