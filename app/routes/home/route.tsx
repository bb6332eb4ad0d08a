import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { languageAsked } from "~/platform/words";
import { Button } from "~/ui/button";
import display from "~/ui/fonts/besley-600.woff2?url";
import { Form } from "~/ui/form";
import land from "~/ui/land.svg?url";
import { OneLine, Quiet, Width } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { Sentence } from "~/ui/sentence";
import { TextField } from "~/ui/text-field";
import { homeWords } from "./words/home-words";

export const handle: PageHandle = { bleed: true, translated: true };
export const links: LinksFunction = () => [{ rel: "preload", href: display, as: "font", type: "font/woff2", crossOrigin: "anonymous" }];
export const meta: MetaFunction = ({ location }) => {
  const t = homeWords(languageAsked(location));
  return [{ title: t("title") }, { name: "description", content: t("description") }];
};

export default function Home() {
  const { t, at } = useWords(homeWords);
  return (
    <>
      <div className="wm-hero">
        <img className="wm-hero__land" src={land} alt="" />
        <Width>
          <h1 className="wm-display">{t("h1")}</h1>
          <p>{t("what")}</p>
          <Form method="get" action={paths.verify}>
            <OneLine>
              <TextField name="code" label={t("code")} autoComplete="off" spellCheck={false} />
              <Button>{t("check")}</Button>
            </OneLine>
          </Form>
        </Width>
      </div>
      <Width>
        <div className="wm-main__page">
          <div className="wm-three">
            <For whom="referrers" href={at(paths.register)} />
            <For whom="groups" href={at(paths.standards)} />
            <For whom="people" href={at(paths.register)} />
            <For whom="assessors" href={at(paths.start)} />
            <For whom="commissioners" href={at(paths.whatAMarkMeans)} />
            <section>
              <h2>{t("worried.heading")}</h2>
              <p>
                <Sentence of={t("worried.text")} parts={{ strong: (words) => <strong>{words}</strong> }} />
              </p>
            </section>
          </div>
          <p className="govuk-!-margin-top-5">
            <Quiet>{t("says")}</Quiet> <a href={at(paths.whatAMarkMeans)}>{t("means")}</a>
          </p>
        </div>
      </Width>
    </>
  );
}

function For({ whom, href }: { whom: "referrers" | "groups" | "people" | "assessors" | "commissioners"; href: string }) {
  const { t } = useWords(homeWords);
  return (
    <section>
      <h2>{t(`for.${whom}.heading`)}</h2>
      <p>{t(`for.${whom}.text`)}</p>
      <p>
        <a href={href}>{t(`for.${whom}.link`)}</a>
      </p>
    </section>
  );
}
