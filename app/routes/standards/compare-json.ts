import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { problemJson, publicJson } from "~/platform/public-json";
import { comparisonOf } from "~/standards/comparison.server";
import { diffJson } from "~/standards/diff-json";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const found = await comparisonOf(pool.db, params.key ?? "", params.range);
  if (!found) return problemJson(404, "There are no two such versions of a standard");
  if (found.turned) return redirect(paths.standardComparisonJson(found.key, found.from, found.to));
  return publicJson(request, diffJson(found.comparison, found.key));
}
