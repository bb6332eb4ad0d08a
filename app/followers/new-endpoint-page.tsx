import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button, LinkButton } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { TextField } from "~/ui/text-field";
import { SecretShown } from "./secret-shown";
import { followerWords } from "./words/follower-words";

export type NewEndpointPageProps = { typed: string; errors: FieldErrors; added: { number: number; secret: string } | null };

/** Where an address of somebody's own system is added; then, once, its secret. */
export function NewEndpointPage({ typed, errors, added }: NewEndpointPageProps) {
  const { t } = useWords(followerWords);
  if (added)
    return (
      <>
        <h1 className="govuk-heading-l">{t("secret.title")}</h1>
        <SecretShown secret={added.secret} overlaps={false} />
        <LinkButton href={paths.endpoint(added.number)}>{t("secret.go_on")}</LinkButton>
      </>
    );
  return (
    <>
      <BackLink href={paths.following()}>{t("follow.back")}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{t("endpoint.new_title")}</h1>
      <p className="govuk-body">{t("endpoint.new_lead")}</p>
      <Form>
        <TextField
          name="url"
          type="url"
          inputMode="url"
          label={t("endpoint.url")}
          hint={t("endpoint.url_hint")}
          value={typed}
          error={errors.url}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button>{t("endpoint.add")}</Button>
      </Form>
    </>
  );
}
