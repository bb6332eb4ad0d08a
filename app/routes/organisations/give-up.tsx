import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { surrenderMark } from "~/marks/change.server";
import { changeRefusalStatus, changeRefusalWords } from "~/marks/change-form";
import { ownMark } from "~/marks/own-mark.server";
import { statusNames } from "~/marks/status-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Code, Prose } from "~/ui/layout";
import { TextField } from "~/ui/text-field";
import { pageTitle } from "~/ui/title";

type Answer = { typed: string; errors: FieldErrors };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const slug = params.slug ?? "";
  const found = await ownMark(pool.db, actor, { slug, code: params.code ?? "" }, clock.now());
  if (!found) throw notFound();
  const { code, holder, standing } = found.mark;
  return { bar: workBar(actor, request), slug, code, provider: holder.name, standard: holder.standard.title, status: standing.status, mayGiveUp: found.mayGiveUp };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const at = { slug: params.slug ?? "", code: params.code ?? "" };
  if (!(await ownMark(pool.db, actor, at, clock.now()))) throw notFound();
  const typed = String((await readForm(request)).get("typed") ?? "").slice(0, 100);
  const given = await surrenderMark(pool.db, clock, actor, { code: at.code, typed });
  if (!given) throw notFound();
  if (given.ok) return redirect(paths.organisation(at.slug), 303);
  if (given.why === "not_typed") return data<Answer>({ typed, errors: { typed: "Type the code of this mark, as it is shown above" } }, 400);
  return data<Answer>({ typed, errors: { main: changeRefusalWords[given.why] } }, changeRefusalStatus(given.why));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded ? `Give up the mark for ${loaded.standard}: ${loaded.provider}` : "Give up a mark") },
];

export default function GiveUp() {
  const { slug, code, provider, standard, status, mayGiveUp } = useLoaderData<typeof loader>();
  const { typed = "", errors = {} } = useActionData<typeof action>() ?? {};
  return (
    <Prose>
      <BackLink href={paths.organisation(slug)} />
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">Give up the mark for {standard}</h1>
      {mayGiveUp ? (
        <>
          <p className="govuk-body">
            You can stop holding this mark at any time, for any reason. It ends at once and for good. Its public page then says that {provider} gave it up, and nothing else. You
            can apply again whenever you like.
          </p>
          <p className="govuk-body">
            The code of the mark is <Code>{code}</Code>.
          </p>
          <Form>
            <TextField
              name="typed"
              label="Type the code, so that nobody does this by a slip"
              hint="With or without the hyphens"
              value={typed}
              error={errors.typed}
              width={20}
              autoCapitalize="characters"
              autoComplete="off"
              spellCheck={false}
              code
            />
            <Button>Give up this mark</Button>
          </Form>
        </>
      ) : (
        <p className="govuk-body">There is nothing to give up: this mark has ended already ({statusNames[status].toLowerCase()}).</p>
      )}
    </Prose>
  );
}
