import type { LinksFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Outlet, Scripts, ScrollRestoration, useLocation, useMatches, useRouteError } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { config } from "zod";
import { LanguageContext, ReaderContext } from "~/platform/language";
import { useNonce } from "~/platform/nonce";
import { paths } from "~/platform/paths";
import { inLanguage, type Language, languageAsked, locales } from "~/platform/words";
import { classes } from "~/ui/form";
import { Head } from "~/ui/head";
import { Logo } from "~/ui/logo";
import styles from "~/ui/page.scss?url";
import type { PageHandle } from "~/ui/page-handle";
import { problemOf } from "~/ui/problems";
import { refusedWordsOf, SignedOut, signedOutOf, TypedWords } from "~/ui/signed-out";
import { pageTitle } from "~/ui/title";
import { uiWords } from "~/ui/words/ui-words";
import workStyles from "~/ui/work.scss?url";
import { barOf, WorkBar } from "~/ui/work-bar";
import { Alternates, Footer, OtherLanguages, PublicNav, WaysOn } from "./frame";

// In a browser the root is read first. zod's faster way makes functions from text: the security policy forbids that, and reports the attempt.
if (typeof document !== "undefined") config({ jitless: true });

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/logo-favicon.svg", type: "image/svg+xml" },
];

export default function Page() {
  return (
    <Frame head={<Head />}>
      <Outlet />
    </Frame>
  );
}

/** Never hydrated: an error page must work when nothing else does. In the language of who is, or was, signed in; else in the one that is asked for. */
export function ErrorBoundary() {
  const error = useRouteError();
  const asked = languageAsked(useLocation());
  const language = useContext(ReaderContext) ?? asked;
  const signedOut = signedOutOf(error);
  if (signedOut)
    return (
      <Frame problem={language} head={<title>{pageTitle(uiWords(language)("signed_out.title"))}</title>}>
        <SignedOut {...signedOut} />
      </Frame>
    );
  const problem = problemOf(isRouteErrorResponse(error) ? error.status : 500, language);
  return (
    <Frame problem={language} head={<title>{pageTitle(problem.title)}</title>}>
      <div className="wm-prose">
        <h1 className="govuk-heading-l">{problem.title}</h1>
        <p>{problem.what}</p>
        <p>{problem.next}</p>
        <TypedWords fields={refusedWordsOf(error)} lead={uiWords(language)("refused.not_saved")} />
        <p>
          <WaysOn />
        </p>
      </div>
    </Frame>
  );
}

/**
 * Header, main and footer. Who is signed in is never read here: a page that knows it returns `bar` from its loader.
 * The language is what a person has chosen, in their own pages, and what the address asks for in all others; a page that is not translated stays in English within its frame.
 */
function Frame({ head, problem, children }: { head: ReactNode /** The language in which it says what went wrong. */; problem?: Language; children: ReactNode }) {
  const nonce = useNonce();
  const matches = useMatches();
  const handle: PageHandle = problem ? {} : Object.assign({}, ...matches.map((match) => match.handle));
  const bar = matches.map((match) => barOf(match.data)).find(Boolean);
  const atWork = bar !== undefined || handle.work === true;
  const asked = languageAsked(useLocation());
  const language = problem ?? bar?.language ?? asked;
  const translated = problem !== undefined || handle.translated === true;
  const within = translated ? language : "en";
  return (
    <LanguageContext.Provider value={language}>
      <html lang={locales[language]} className="govuk-template">
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content="#17443b" />
          {(atWork || problem) && <meta name="robots" content="noindex" />}
          {handle.hydrate && <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />}
          {head}
          {handle.translated && !bar && <Alternates />}
          <Links />
          {(atWork || handle.fields) && <link rel="stylesheet" href={workStyles} />}
        </head>
        <body className={classes("govuk-template__body", handle.wide && "wm-wide")}>
          <a href="#main" className="govuk-skip-link">
            {uiWords(language)("skip")}
          </a>
          <header className="wm-top">
            <div className="wm-w">
              <div className="wm-top__start">
                <a className="wm-top__home" href={inLanguage(paths.home, language)}>
                  <Logo />
                </a>
                {handle.translated && !bar && <OtherLanguages />}
              </div>
              {bar ? <WorkBar {...bar} switching={translated && !handle.ownSwitch ? bar.switching : undefined} /> : <PublicNav />}
            </div>
          </header>
          <main id="main" tabIndex={-1} lang={within === language ? undefined : locales[within]} className={classes("wm-main", !handle.bleed && "wm-w wm-main__page")}>
            <LanguageContext.Provider value={within}>{children}</LanguageContext.Provider>
          </main>
          <Footer cookies={atWork} translated={translated} />
          {handle.hydrate && <ScrollRestoration nonce={nonce} />}
          {handle.hydrate && <Scripts nonce={nonce} />}
        </body>
      </html>
    </LanguageContext.Provider>
  );
}
