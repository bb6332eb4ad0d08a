import type { MetaFunction } from "@remix-run/node";
import { useWords } from "~/platform/language";
import { languageAsked } from "~/platform/words";
import { RulesTable } from "~/retention/rules-table";
import { retentionWords } from "~/retention/words/retention-words";
import { Prose } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { aboutWords } from "./words/about-words";

export const handle: PageHandle = { translated: true };
export const meta: MetaFunction = ({ location }) => [{ title: pageTitle(aboutWords(languageAsked(location))("privacy.h1")) }];

export default function Privacy() {
  const { t } = useWords(aboutWords);
  const { t: kept } = useWords(retentionWords);
  return (
    <Prose>
      <h1 className="govuk-heading-l">{t("privacy.h1")}</h1>

      <h2>{t("privacy.look.heading")}</h2>
      <p>{t("privacy.look.text")}</p>
      <p>{t("privacy.look.pdf")}</p>

      <h2>{t("privacy.sign_in.heading")}</h2>
      <p>{t("privacy.sign_in.cookie")}</p>
      <p>{t("privacy.sign_in.hold")}</p>
      <p>{t("privacy.sign_in.follow")}</p>

      <h2>{t("privacy.group.heading")}</h2>
      <ul>
        <li>{t("privacy.group.seen")}</li>
        <li>{t("privacy.group.public")}</li>
        <li>{t("privacy.group.never")}</li>
        <li>{t("privacy.group.please")}</li>
      </ul>

      <h2>{t("privacy.looked.heading")}</h2>
      <p>{t("privacy.looked.case")}</p>
      <p>{t("privacy.looked.locked")}</p>

      <h2>{t("privacy.concern.heading")}</h2>
      <p>{t("privacy.concern.seen")}</p>
      <p>{t("privacy.concern.told")}</p>
      <p>{t("privacy.concern.count")}</p>

      <h2>{kept("rules.heading")}</h2>
      <RulesTable />
      <p>{kept("public.first")}</p>
      <p>{kept("public.copies")}</p>

      <h2>{t("privacy.undo.heading")}</h2>
      <p>{t("privacy.undo.text")}</p>

      <h2>{t("privacy.rights.heading")}</h2>
      <p>{t("privacy.rights.text")}</p>
    </Prose>
  );
}
