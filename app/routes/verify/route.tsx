import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { clock } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { useNonce } from "~/platform/nonce";
import { paths } from "~/platform/paths";
import { fileToVerify } from "~/register/file-to-verify.server";
import { UnknownFile } from "~/register/no-mark-page";
import type { Verification } from "~/register/public-shapes";
import { readTyped } from "~/register/typed-code";
import { VerificationPage } from "~/register/verification-page";
import { verifyFile, verifyHash } from "~/register/verify-file.server";
import { VerifyForm } from "~/register/verify-form";
import type { FieldErrors } from "~/ui/form";
import { pageTitle } from "~/ui/title";

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const hex = query.get("sha256")?.toLowerCase();
  if (hex !== undefined) {
    if (!/^[0-9a-f]{64}$/.test(hex)) return data({ errors: { file: "That was not the fingerprint of a file. Choose the file itself" } }, { status: 400 });
    const verification = await verifyHash(clock, settings().baseUrl, hex);
    return verification ? { verification, errors: {} } : data({ unknown: true, errors: {} }, { status: 404 });
  }
  const typed = query.get("code");
  if (typed === null) return { errors: {} };
  const read = readTyped(typed);
  if (read.as === "code") throw redirect(paths.mark(read.code));
  if (read.as === "slip") throw redirect(paths.mark(read.typed));
  if (read.as === "words") throw redirect(`${paths.register}?q=${encodeURIComponent(read.q)}`);
  return data({ errors: { code: "Type the code from the certificate or badge, or the name of a group" } }, { status: 400 });
}

export async function action({ request }: ActionFunctionArgs) {
  const { file, refusal } = await fileToVerify(request);
  if (refusal) return data({ errors: { file: refusal.sentence } }, { status: refusal.status });
  return { verification: await verifyFile(clock, settings().baseUrl, file), errors: {} };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data && "unknown" in data ? "We have issued no such file" : "Check a mark") },
  { name: "description", content: "Type the code on a certificate, or show us its PDF, and see whether the mark is in force today." },
];

export default function Verify() {
  const nonce = useNonce();
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { verification, unknown, errors }: { verification?: Verification; unknown?: boolean; errors: FieldErrors } = answered ?? loaded;
  if (unknown) return <UnknownFile />;
  return verification ? <VerificationPage verification={verification} /> : <VerifyForm errors={errors} typed="" nonce={nonce} />;
}
