import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { CodeBox } from "./code-box";
import type { FollowedMark } from "./followed.server";
import { followable } from "./following";
import { followerWords } from "./words/follower-words";

export type FollowPageProps = { typed: string; mark: (FollowedMark & { group: string }) | null; errors: FieldErrors };

/** Whether to follow a mark, or all of its group's. */
export function FollowPage({ typed, mark, errors }: FollowPageProps) {
  const { t } = useWords(followerWords);
  return (
    <>
      <BackLink href={paths.following()}>{t("follow.back")}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{mark ? t("follow.heading", { group: mark.group }) : t("follow.title")}</h1>
      {mark ? <Choose mark={mark} errors={errors} /> : <CodeBox typed={typed} error={errors.code} />}
    </>
  );
}

function Choose({ mark: { code, standard, state }, errors }: { mark: FollowedMark; errors: FieldErrors }) {
  const { t } = useWords(followerWords);
  return (
    <>
      <p className="govuk-body">{t("follow.now", { standard, state })}</p>
      <p className="govuk-body">{t("lead")}</p>
      <Form action={paths.follow()}>
        <input type="hidden" name="code" value={code} />
        <Radios
          name="what"
          label={t("follow.what")}
          heading="h2"
          size="m"
          value="mark"
          error={errors.what}
          choices={followable.map((value) => ({ value, label: t(`follow.${value}`, { standard }), hint: t(`follow.${value}_hint`) }))}
        />
        <Button>{t("follow.button")}</Button>
      </Form>
    </>
  );
}
