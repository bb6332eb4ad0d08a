import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type MarkCode, normaliseCode } from "~/marks/code";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { languageAsked } from "~/platform/words";
import { answerHeaders } from "~/register/answer-headers";
import { certificationOf } from "~/register/certification";
import { countUnknown } from "~/register/limits/count-unknown.server";
import { markByCode } from "~/register/mark.server";
import { MarkPage } from "~/register/mark-page";
import { markView } from "~/register/mark-view";
import { MistypedCode, NotChecked, TooManyCodes, UnknownCode } from "~/register/no-mark-page";
import { notChecked, orNotChecked, tooManyCodes } from "~/register/not-checked.server";
import { publicProviderOf } from "~/register/public-providers.server";
import { markTitled, providerTitled } from "~/register/titled";
import { registerWords } from "~/register/words/register-words";
import { factsIn } from "~/standards/facts.server";
import { titlesIn } from "~/standards/translation/titles-in.server";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true, wide: true };

export async function loader({ params, request, context: { from } }: LoaderFunctionArgs) {
  const language = languageAsked(new URL(request.url));
  const { contact, baseUrl: origin, issuer } = settings();
  const typed = (params.code ?? "").slice(0, 60);
  const read = normaliseCode(typed);
  if (!read.ok) return data({ is: "mistyped" as const, typed, errors: { code: registerWords(language)("mistyped.error") } }, { status: 400 });
  const found = await orNotChecked(lookUp(read.code));
  if (found === "not checked") return notChecked();
  if (!found) {
    const counted = await countUnknown(pool.db, clock, from);
    return counted.tooMany ? tooManyCodes(counted.retryAfter, clock) : data({ is: "unknown" as const, code: read.code, contact }, { status: 404 });
  }
  const titles = await titlesIn(pool.db, language);
  const now = clock.now();
  return {
    is: "mark" as const,
    contact,
    view: markView(markTitled(found.mark, titles), providerTitled(found.provider, titles), { now, origin, list: factsIn(language), language }),
    certification: certificationOf(found.mark, { now, origin, issuer }),
  };
}

async function lookUp(code: MarkCode) {
  const mark = await markByCode(code);
  const provider = mark && (await publicProviderOf(pool.db, mark.organisationId));
  return mark && provider && { mark, provider };
}

export const headers = answerHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const t = registerWords(languageAsked(location));
  if (data && !("is" in data)) return [{ title: pageTitle(t("away" in data ? "away.title" : "too_many.title")) }];
  if (data?.is === "mark") {
    const { view, certification } = data;
    return [{ title: pageTitle(view.title) }, { name: "robots", content: "noindex" }, ...(certification ? [{ "script:ld+json": certification }] : [])];
  }
  return [{ title: pageTitle(t(data?.is === "unknown" ? "unknown_code.title" : "mistyped.title")) }];
};

export default function Mark() {
  const found = useLoaderData<typeof loader>();
  if ("away" in found) return <NotChecked {...found.away} />;
  if ("many" in found) return <TooManyCodes {...found.many} />;
  if (found.is === "mark") return <MarkPage view={found.view} contact={found.contact} />;
  return found.is === "unknown" ? <UnknownCode code={found.code} contact={found.contact} /> : <MistypedCode typed={found.typed} errors={found.errors} />;
}
