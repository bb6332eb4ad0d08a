import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { type Language, locales } from "~/platform/words";
import { Details } from "~/ui/details";
import { Box, Signs } from "~/ui/layout";
import { TextArea } from "~/ui/text-field";
import { badgeSize, type Snippets } from "./snippet";
import type { MarkToShow } from "./to-show.server";
import { showingWords } from "./words/showing-words";

/** What a group pastes into its own website, with what its visitors will see. Of a mark that is not in force there is nothing to paste. */
export function ShowPage({ mark: { code, standard, scope, inForce, own, others } }: { mark: MarkToShow }) {
  const { t } = useWords(showingWords);
  if (!inForce)
    return (
      <>
        <p>{t("over")}</p>
        <p>
          <Badge code={code} language={own.language} alt={t("alt_now")} />
        </p>
      </>
    );
  return (
    <>
      <p>{t("live")}</p>
      <h2 className="wm-h wm-h--ruled">{t("preview")}</h2>
      <Preview code={code} snippets={own} />
      <h2 className="wm-h wm-h--ruled">{t("lines")}</h2>
      <p>{t("how")}</p>
      <Lines snippets={own} />
      {others.map((snippets) => (
        <Details summary={t(`other.${snippets.language}`)} key={snippets.language}>
          <Preview code={code} snippets={snippets} />
          <Lines snippets={snippets} />
        </Details>
      ))}
      <h2 className="wm-h wm-h--ruled">{t("link.title")}</h2>
      <p>{t("link.what")}</p>
      <Box>
        <p>
          <Signs>{own.short}</Signs>
        </p>
      </Box>
      <h2 className="wm-h wm-h--ruled">{t("beside.title")}</h2>
      <p>{t("covers", { standard, scope: scope.join("; ") })}</p>
      <p>{t("beside.may", { standard })}</p>
      <p>{t("beside.not")}</p>
    </>
  );
}

/** What the line makes of a page, and what is left of it without the picture. */
function Preview({ code, snippets: { language, alt } }: { code: string; snippets: Snippets }) {
  const { t, at } = useWords(showingWords);
  return (
    <>
      <p>
        <a href={at(paths.mark(code))}>
          <Badge code={code} language={language} alt={alt} />
        </a>
      </p>
      <p className="wm-small">{t("without", { alt })}</p>
    </>
  );
}

const Badge = ({ code, language, alt }: { code: string; language: Language; alt: string }) => (
  <img src={paths.badge(code, "svg") + (language === "en" ? "" : `?lang=${language}`)} {...badgeSize} alt={alt} lang={locales[language]} />
);

function Lines({ snippets: { language, ...lines } }: { snippets: Snippets }) {
  const { t } = useWords(showingWords);
  return (
    <>
      {(["html", "png", "text"] as const).map((kind) => (
        <TextArea key={kind} name={`${kind}-${language}`} label={t(kind)} value={lines[kind]} rows={4} readOnly spellCheck={false} autoComplete="off" />
      ))}
    </>
  );
}
