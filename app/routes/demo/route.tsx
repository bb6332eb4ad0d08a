import { useLoaderData } from "@remix-run/react";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { demoOnly } from "~/platform/demo.server";
import { demoExamples } from "~/platform/demo-examples.server";
import { Button, ButtonGroup } from "~/ui/button";
import { Moment } from "~/ui/date";
import type { PageHandle } from "~/ui/page-handle";
import { Table } from "~/ui/table";
import { TextField } from "~/ui/text-field";
import { pageTitle } from "~/ui/title";
import { cast } from "./cast.server";

export const handle: PageHandle = { work: true };
export const meta = () => [{ title: pageTitle("The demo: who to become, and what to try") }];

export async function loader() {
  demoOnly();
  return { now: clock.now().toISOString(), cast, examples: await demoExamples(pool.db) };
}

export default function Demo() {
  const { now, cast, examples } = useLoaderData<typeof loader>();
  return (
    <>
      <h1 className="govuk-heading-xl">The demo</h1>
      <p className="govuk-body-l">Everything here works, on invented people and groups. Become somebody, and do what they came to do.</p>
      <h2 className="govuk-heading-l">Ten minutes, from a half-done draft to a GP’s page</h2>
      <ol className="govuk-list govuk-list--number">
        <li>Become Pat. Open the allotment’s self-assessment, answer what is left (a level, a sentence, and “show you on a call” are enough), check the answers and send them.</li>
        <li>Become Moira. Give the new case two readers, such as Asha and Amara.</li>
        <li>Become Asha, and then Amara: each says that there is no conflict, by typing “none”.</li>
        <li>As Asha, rate each point; as Amara, the must-haves. Tick the tests, choose the level, and write a sentence.</li>
        <li>Become Devon, and decide. The certificate is made a few seconds later.</li>
        <li>Sign out, and look the allotment up as a GP would: on the front page, by name or by the code on the certificate.</li>
      </ol>
      <h2 className="govuk-heading-l">Who to become</h2>
      <Table
        caption="The people of the demo"
        hideCaption
        columns={[{ heading: "Who" }, { heading: "What they do" }, { heading: "Try" }, { heading: "Become them" }]}
        rows={cast.map(({ email, name, part, tries }) => ({
          id: email,
          cells: [
            name,
            part,
            tries,
            <form method="post" action="/demo/sign-in" key={email}>
              <input type="hidden" name="email" value={email} />
              <Button small tone="secondary">
                Become {name.split(" ")[0]}
              </Button>
            </form>,
          ],
        }))}
      />
      <h2 className="govuk-heading-l">Where to look</h2>
      <ul className="govuk-list govuk-list--bullet">
        {examples.map(({ name, path, words }) => (
          <li key={name}>
            <a className="govuk-link" data-example={name} href={path}>
              {words}
            </a>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-l">The clock</h2>
      <p className="govuk-body">
        Here it is <Moment at={now} />. Move it, and watch what becomes stale, falls due or ends. Mail that was sent is in the{" "}
        <a className="govuk-link" href="/demo/outbox.json">
          outbox
        </a>
        .
      </p>
      <form method="post" action="/demo/clock">
        <input type="hidden" name="back" value="yes" />
        <TextField name="now" label="Move the clock to" hint="A step such as +31d or +2h, a moment such as 2027-03-01T09:00:00Z, or reset" value="+31d" width={20} />
        <ButtonGroup>
          <Button>Move the clock</Button>
        </ButtonGroup>
      </form>
    </>
  );
}
