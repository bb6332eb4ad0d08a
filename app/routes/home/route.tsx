import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import display from "~/ui/fonts/besley-600.woff2?url";
import { Form } from "~/ui/form";
import land from "~/ui/land.svg?url";
import { OneLine, Quiet, Width } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { TextField } from "~/ui/text-field";

export const handle: PageHandle = { bleed: true };
export const links: LinksFunction = () => [{ rel: "preload", href: display, as: "font", type: "font/woff2", crossOrigin: "anonymous" }];
export const meta: MetaFunction = () => [
  { title: "Waymark: quality marks for social prescribing" },
  { name: "description", content: "See whether a community group’s quality mark is in force today, and whether it has room." },
];

export default function Home() {
  return (
    <>
      <div className="wm-hero">
        <img className="wm-hero__land" src={land} alt="" />
        <Width>
          <h1 className="wm-display">Check the way before you send someone along it</h1>
          <p>Waymark checks how community groups and link workers work, says what it found in plain words, and shows whether they have room.</p>
          <Form method="get" action={paths.verify}>
            <OneLine>
              <TextField name="code" label="Code on a certificate, or name of a group" autoComplete="off" spellCheck={false} />
              <Button>Check</Button>
            </OneLine>
          </Form>
        </Width>
      </div>
      <Width>
        <div className="wm-main__page">
          <div className="wm-three">
            <For heading="Referrers" href={paths.register} link="Find a group near you">
              GPs, nurses and link workers: see if a group’s mark is in force and whether it has room today. No sign-in.
            </For>
            <For heading="Groups" href={paths.standards} link="See the questions first">
              Two people and a shed, or sixty staff. Answer plain questions in your own time. If you stop half way, nothing is lost.
            </For>
            <For heading="Something to do" href={paths.register} link="See who has room">
              Looking for company or a change? Read what a group offers, who it is for, what it cannot help with, and how to get in touch.
            </For>
            <For heading="Assessors" href={paths.start} link="Go to your cases">
              Read one point at a time: what is asked, what they answered and what they showed, on one screen.
            </For>
            <For heading="Commissioners" href={paths.whatAMarkMeans} link="What you can rely on a mark for">
              See which groups in an area hold a mark, and when each was last known to have room.
            </For>
            <section>
              <h2>If you are worried</h2>
              <p>
                Someone in danger now: call <strong>999</strong>. Worried about how an adult is treated: ring the adult social care team of the council where they live. Anyone may
                ring.
              </p>
            </section>
          </div>
          <p className="govuk-!-margin-top-5">
            <Quiet>A mark says how an organisation works. It does not show that someone’s health will improve, and it is never a reason to stop treatment.</Quiet>{" "}
            <a href={paths.whatAMarkMeans}>What a mark means, and what it does not</a>
          </p>
        </div>
      </Width>
    </>
  );
}

const For = ({ heading, href, link, children }: { heading: string; href: string; link: string; children: string }) => (
  <section>
    <h2>{heading}</h2>
    <p>{children}</p>
    <p>
      <a href={href}>{link}</a>
    </p>
  </section>
);
