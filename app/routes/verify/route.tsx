import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { clock } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { useNonce } from "~/platform/nonce";
import { paths } from "~/platform/paths";
import { inLanguage, languageAsked } from "~/platform/words";
import { answerHeaders } from "~/register/answer-headers";
import { NotChecked, TooManyCodes, UnknownFile } from "~/register/no-mark-page";
import { notChecked, orNotChecked, tooManyCodes } from "~/register/not-checked.server";
import type { Verification } from "~/register/public-shapes";
import { readTyped } from "~/register/typed-code";
import { fileToVerify } from "~/register/verifying/file-to-verify.server";
import { VerificationPage } from "~/register/verifying/verification-page";
import { verifyFile, verifyHash } from "~/register/verifying/verify-file.server";
import { VerifyForm } from "~/register/verifying/verify-form";
import { registerWords } from "~/register/words/register-words";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };

export async function loader({ request, context: { from } }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const query = url.searchParams;
  const language = languageAsked(url);
  const t = registerWords(language);
  const hex = query.get("sha256")?.toLowerCase();
  if (hex !== undefined) {
    if (!/^[0-9a-f]{64}$/.test(hex)) return data({ errors: { file: t("verify.error.fingerprint") } }, { status: 400 });
    const verification = await orNotChecked(verifyHash({ clock, origin: settings().baseUrl, language, from }, hex));
    if (verification === "not checked") return notChecked();
    return verification ? { verification, errors: {} } : data({ unknown: true, errors: {} }, { status: 404 });
  }
  const typed = query.get("code");
  if (typed === null) return { errors: {} };
  const read = readTyped(typed);
  if (read.as === "code") throw redirect(inLanguage(paths.mark(read.code), language));
  if (read.as === "slip") throw redirect(inLanguage(paths.mark(read.typed), language));
  if (read.as === "words") throw redirect(inLanguage(`${paths.register}?q=${encodeURIComponent(read.q)}`, language));
  return data({ errors: { code: t("verify.error.code") } }, { status: 400 });
}

export async function action({ request, context: { from } }: ActionFunctionArgs) {
  const language = languageAsked(new URL(request.url));
  const { file, refusal } = await fileToVerify(request, language);
  if (refusal) return data({ errors: { file: refusal.sentence } }, { status: refusal.status });
  const said = await orNotChecked(verifyFile({ clock, origin: settings().baseUrl, language, from }, file));
  if (said === "not checked") return notChecked();
  return said.verification ? { verification: said.verification, errors: {} } : tooManyCodes(said.tooMany, clock);
}

export const headers = answerHeaders;

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const t = registerWords(languageAsked(location));
  const title = data && "away" in data ? "away.title" : data && "unknown" in data ? "unknown_file.title" : "verify.h1";
  return [{ title: pageTitle(t(title)) }, { name: "description", content: t("verify.description") }];
};

type Said = { verification?: Verification; unknown?: boolean; errors?: FieldErrors } & Partial<Awaited<ReturnType<typeof notChecked>>["data"]> &
  Partial<ReturnType<typeof tooManyCodes>["data"]>;

export default function Verify() {
  const nonce = useNonce();
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { verification, unknown, away, many, errors = {} }: Said = answered ?? loaded;
  if (away) return <NotChecked {...away} />;
  if (many) return <TooManyCodes {...many} />;
  if (unknown) return <UnknownFile />;
  return verification ? <VerificationPage verification={verification} /> : <VerifyForm errors={errors} typed="" nonce={nonce} />;
}
