import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { CopyLine } from "~/ui/copy-line";
import { Sentence } from "~/ui/sentence";
import { followerWords } from "./words/follower-words";

const specification = "https://www.standardwebhooks.com";

/** A new secret, the only time that it is shown, and what it is for. */
export function SecretShown({ secret, overlaps }: { secret: string /** One before it signs too. */; overlaps: boolean }) {
  const { t } = useWords(followerWords);
  return (
    <>
      <CopyLine title={t("secret.heading")} text={secret} />
      <p className="govuk-body">{t("secret.once")}</p>
      {overlaps && <p className="govuk-body">{t("secret.overlap")}</p>}
      <p className="govuk-body">
        <Sentence of={t("secret.how")} parts={{ spec: (words) => <a href={specification}>{words}</a>, api: (words) => <a href={paths.openApi}>{words}</a> }} />
      </p>
    </>
  );
}
