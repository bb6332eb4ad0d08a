import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { clock } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { useNonce } from "~/platform/nonce";
import { paths } from "~/platform/paths";
import { inLanguage, languageAsked } from "~/platform/words";
import { fileToVerify } from "~/register/file-to-verify.server";
import { UnknownFile } from "~/register/no-mark-page";
import type { Verification } from "~/register/public-shapes";
import { readTyped } from "~/register/typed-code";
import { VerificationPage } from "~/register/verification-page";
import { verifyFile, verifyHash } from "~/register/verify-file.server";
import { VerifyForm } from "~/register/verify-form";
import { registerWords } from "~/register/words/register-words";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };

export async function loader({ request }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const query = url.searchParams;
  const language = languageAsked(url);
  const t = registerWords(language);
  const hex = query.get("sha256")?.toLowerCase();
  if (hex !== undefined) {
    if (!/^[0-9a-f]{64}$/.test(hex)) return data({ errors: { file: t("verify.error.fingerprint") } }, { status: 400 });
    const verification = await verifyHash(clock, settings().baseUrl, hex, language);
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

export async function action({ request }: ActionFunctionArgs) {
  const language = languageAsked(new URL(request.url));
  const { file, refusal } = await fileToVerify(request, language);
  if (refusal) return data({ errors: { file: refusal.sentence } }, { status: refusal.status });
  return { verification: await verifyFile(clock, settings().baseUrl, file, language), errors: {} };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const t = registerWords(languageAsked(location));
  return [{ title: pageTitle(t(data && "unknown" in data ? "unknown_file.title" : "verify.h1")) }, { name: "description", content: t("verify.description") }];
};

export default function Verify() {
  const nonce = useNonce();
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { verification, unknown, errors }: { verification?: Verification; unknown?: boolean; errors: FieldErrors } = answered ?? loaded;
  if (unknown) return <UnknownFile />;
  return verification ? <VerificationPage verification={verification} /> : <VerifyForm errors={errors} typed="" nonce={nonce} />;
}
