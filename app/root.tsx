import type { LinksFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { config } from "zod";
import { useNonce } from "~/platform/nonce";
import { paths } from "~/platform/paths";
import { classes } from "~/ui/form";
import { Head } from "~/ui/head";
import { Logo } from "~/ui/logo";
import styles from "~/ui/page.scss?url";
import type { PageHandle } from "~/ui/page-handle";
import { problemOf } from "~/ui/problems";
import { SignedOut, signedOutOf } from "~/ui/signed-out";
import { pageTitle } from "~/ui/title";
import workStyles from "~/ui/work.scss?url";
import { barOf, WorkBar } from "~/ui/work-bar";

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

/** Never hydrated: an error page must work when nothing else does. */
export function ErrorBoundary() {
  const error = useRouteError();
  const signedOut = signedOutOf(error);
  if (signedOut)
    return (
      <Frame problem head={<title>{pageTitle("You have been signed out")}</title>}>
        <SignedOut {...signedOut} />
      </Frame>
    );
  const problem = problemOf(isRouteErrorResponse(error) ? error.status : 500);
  return (
    <Frame problem head={<title>{pageTitle(problem.title)}</title>}>
      <div className="wm-prose">
        <h1 className="govuk-heading-l">{problem.title}</h1>
        <p>{problem.what}</p>
        <p>{problem.next}</p>
        <p>
          <a href={paths.home}>Go to the first page</a>, <a href={paths.verify}>check a mark</a> or <a href={paths.register}>find a group</a>.
        </p>
      </div>
    </Frame>
  );
}

/** Header, main and footer. Who is signed in is never read here: a page that knows it returns `bar` from its loader. */
function Frame({ head, problem = false, children }: { head: ReactNode; problem?: boolean; children: ReactNode }) {
  const nonce = useNonce();
  const matches = useMatches();
  const handle: PageHandle = problem ? {} : Object.assign({}, ...matches.map((match) => match.handle));
  const bar = matches.map((match) => barOf(match.data)).find(Boolean);
  const atWork = bar !== undefined || handle.work === true;
  return (
    <html lang="en-GB" className="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#17443b" />
        {(atWork || problem) && <meta name="robots" content="noindex" />}
        {handle.hydrate && <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />}
        {head}
        <Links />
        {(atWork || handle.fields) && <link rel="stylesheet" href={workStyles} />}
      </head>
      <body className={classes("govuk-template__body", handle.wide && "wm-wide")}>
        <a href="#main" className="govuk-skip-link">
          Skip to main content
        </a>
        <header className="wm-top">
          <div className="wm-w">
            <a className="wm-top__home" href={paths.home}>
              <Logo />
            </a>
            {bar ? <WorkBar {...bar} /> : <PublicNav />}
          </div>
        </header>
        <main id="main" tabIndex={-1} className={classes("wm-main", !handle.bleed && "wm-w wm-main__page")}>
          {children}
        </main>
        <Footer cookies={atWork} />
        {handle.hydrate && <ScrollRestoration nonce={nonce} />}
        {handle.hydrate && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

const PublicNav = () => (
  <nav className="wm-nav" aria-label="Waymark">
    <a href={paths.verify}>Check a mark</a>
    <a href={paths.register}>Find a group</a>
    <a href={paths.start}>Sign in</a>
  </nav>
);

const Footer = ({ cookies }: { cookies: boolean }) => (
  <footer className="wm-foot">
    <div className="wm-w">
      <span>Waymark is not part of the NHS.</span>
      <a href={paths.standards}>What we check</a>
      <a href={paths.whatAMarkMeans}>What a mark means</a>
      <a href={paths.accessibility}>Accessibility</a>
      <a href={paths.privacy}>Privacy</a>
      {!cookies && <span>This page sets no cookies.</span>}
    </div>
  </footer>
);
