import type { LoaderFunctionArgs } from "@remix-run/node";
import { pool } from "~/platform/database.server";
import { problemJson, publicJson } from "~/platform/public-json";
import { languageAsked } from "~/platform/words";
import { translationOf } from "~/standards/translation/in-language.server";
import { versionOf } from "~/standards/versions.server";

/**
 * The canonical content as published, with its hash. Leave `sha256` out, order the keys, and hash: it is the same.
 * Asked for in another language it has `translations` too, which are no part of what is hashed: so who counts on the hash is given them only by asking.
 */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const found = await versionOf(pool.db, params.key ?? "", params.version ?? "");
  if (!found) return problemJson(404, "There is no such version of a standard");
  const content = { ...JSON.parse(found.content), sha256: found.sha256 };
  const language = languageAsked(new URL(request.url));
  const said = await translationOf(pool.db, found, language);
  if (!said) return publicJson(request, content, { ETag: `"${found.sha256}"` });
  return publicJson(request, { ...content, translations: { [language]: said.translation } }, { ETag: `"${found.sha256}-${said.sha256}"` });
}
