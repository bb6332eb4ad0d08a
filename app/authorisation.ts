import { addressPattern } from "~/platform/address-pattern";

/** Kinds of people, in the order of the columns below. A person may be several; then the widest counts. */
export const kinds = ["anonymous", "member", "admin", "assessor", "moderator", "decider", "editor", "platform_admin", "commissioner", "privacy_lead", "panel"] as const;
export type Kind = (typeof kinds)[number];

/**
 * Y yes · O only what is their own organisation's · C only cases they read now, and what those show ·
 * 2 yes, but nobody who did the step before, rated or settled, or belongs to the provider · - no.
 * A "no" looks like this: nobody signed in is sent to the sign-in page (401 to a program; 401 with all that was typed to a form); everybody else gets 404,
 * or 403 where they may see the thing and not do this to it.
 */
export type May = "Y" | "O" | "C" | "2" | "-";
export type Method = "GET" | "POST" | "PUT";
/** What comes back: a page, data, a file, or only a way on. */
export type Answers = "page" | "json" | "file" | "way on";
export type Access = {
  address: string;
  method: Method;
  answers: Answers;
  may: Record<Kind, May>;
  /** Something may be different afterwards. */
  changes: boolean;
  /** Answers in the demo alone. */
  demo: boolean;
};

type Options = { changes?: boolean; demo?: boolean };
type Line = [columns: string, method: Method, address: string, answers?: Answers, options?: Options];

const everyone = "YYYYYYYYYYY";
const signedIn = "-YYYYYYYYYY";
const demo: Options = { demo: true };

/** Every address there is and who may use it. An address that is not here fails the tests; so does a line that nothing answers. */
export const authorisation: Access[] = lines([
  // nobody, member, admin of a provider, assessor, moderator, decider, editor, platform admin, commissioner, privacy lead, appeal panel
  [everyone, "GET", "/"],
  [everyone, "GET", "/about/what-a-mark-means"],
  [everyone, "GET", "/about/reliability"],
  [everyone, "GET", "/about/accessibility"],
  [everyone, "GET", "/about/privacy"],
  [everyone, "GET", "/about/how-long"],
  [everyone, "GET", "/about/appeals"],
  [everyone, "GET", "/.well-known/jwks.json", "json"],
  [everyone, "GET", "/.well-known/waymark-root.pem", "file"],
  [everyone, "GET", "/keys/:kid", "json"],
  [everyone, "GET", "/keys/:kid.pem", "file"],
  [everyone, "GET", "/api/openapi.json", "json"],
  [everyone, "GET", "/status-lists/:number", "file"],
  [everyone, "GET", "/health/live", "json"],
  [everyone, "GET", "/health/ready", "json"],

  [everyone, "GET", "/verify"],
  [everyone, "POST", "/verify", "page", { changes: false }],
  [everyone, "GET", "/m/:code", "way on"],
  [everyone, "GET", "/marks", "json"],
  [everyone, "GET", "/marks.ndjson", "file"],
  [everyone, "GET", "/marks/:code"],
  [everyone, "GET", "/marks/:code.json", "json"],
  [everyone, "GET", "/marks/:code/certificate.pdf", "file"],
  [everyone, "GET", "/marks/:code/credential.jwt", "file"],
  [everyone, "GET", "/marks/:code/credential.json", "json"],
  [everyone, "GET", "/marks/:code/badge.svg", "file"],
  [everyone, "GET", "/marks/:code/badge.png", "file"],
  [everyone, "GET", "/providers/:slug"],
  [everyone, "GET", "/providers/:slug.json", "json"],
  [everyone, "GET", "/register"],
  [everyone, "GET", "/register.json", "json"],
  [everyone, "GET", "/register.csv", "file"],
  [everyone, "GET", "/register/snapshots"],
  [everyone, "GET", "/register/snapshots.json", "json"],
  [everyone, "GET", "/register/snapshots/:day.ndjson", "file"],
  [everyone, "GET", "/register/snapshots/:day.jws", "file"],
  [everyone, "GET", "/log"],
  [everyone, "GET", "/log/checkpoint", "file"],
  [everyone, "GET", "/log/entries", "json"],
  [everyone, "GET", "/log/proof", "json"],
  [everyone, "GET", "/log/consistency", "json"],
  [everyone, "GET", "/openreferral", "json"],
  [everyone, "GET", "/openreferral/services", "json"],
  [everyone, "GET", "/openreferral/services/:id", "json"],
  [everyone, "GET", "/openreferral/taxonomies", "json"],
  [everyone, "GET", "/openreferral/taxonomies/:id", "json"],
  [everyone, "GET", "/openreferral/taxonomy_terms", "json"],
  [everyone, "GET", "/openreferral/taxonomy_terms/:id", "json"],
  [everyone, "GET", "/openreferral/service_at_locations", "json"],
  [everyone, "GET", "/fhir/R4/metadata", "json"],
  [everyone, "GET", "/fhir/R4/Organization/:id", "json"],
  [everyone, "GET", "/fhir/R4/HealthcareService/:id", "json"],
  [everyone, "GET", "/fhir/R4/VerificationResult/:id", "json"],
  [everyone, "GET", "/fhir/R4/VerificationResult", "json"],
  [everyone, "GET", "/standards"],
  [everyone, "GET", "/standards.json", "json"],
  [everyone, "GET", "/standards/:key"],
  [everyone, "GET", "/standards/:key.json", "json"],
  [everyone, "GET", "/standards/:key/compare/:range"],
  [everyone, "GET", "/standards/:key/compare/:range.json", "json"],
  [everyone, "GET", "/standards/:key/:version"],
  [everyone, "GET", "/standards/:key/:version.json", "json"],
  [everyone, "GET", "/standards/:key/:version/oscal.json", "json"],
  [everyone, "GET", "/standards/:key/:version/workbook.pdf", "file"],
  [everyone, "GET", "/standards/:key/:version/workbook.docx", "file"],
  [everyone, "GET", "/standards/:key/consultation/:version"],
  [signedIn, "GET", "/consultations/:key/:version/comment"],
  [signedIn, "POST", "/consultations/:key/:version/comment"],

  ["------Y----", "GET", "/standards-desk"],
  ["------Y----", "POST", "/standards-desk"],
  ["------Y----", "GET", "/standards-desk/drafts/:id"],
  ["------2----", "POST", "/standards-desk/drafts/:id"],
  ["------Y----", "GET", "/standards-desk/drafts/:id/standard"],
  ["------Y----", "POST", "/standards-desk/drafts/:id/standard"],
  ["------Y----", "GET", "/standards-desk/drafts/:id/criteria/:criterion"],
  ["------Y----", "POST", "/standards-desk/drafts/:id/criteria/:criterion"],
  ["------Y----", "GET", "/standards-desk/drafts/:id/changes/:change"],
  ["------Y----", "POST", "/standards-desk/drafts/:id/changes/:change"],
  ["------Y----", "GET", "/standards-desk/drafts/:id/onto"],
  ["------Y----", "POST", "/standards-desk/drafts/:id/onto"],
  ["------Y----", "GET", "/standards-desk/drafts/:id/files.zip", "file"],
  ["------Y----", "GET", "/standards-desk/versions/:key/:version"],
  ["------2----", "POST", "/standards-desk/versions/:key/:version"],

  [everyone, "GET", "/sign-in"],
  [everyone, "POST", "/sign-in"],
  [everyone, "GET", "/sign-in/code"],
  [everyone, "POST", "/sign-in/code"],
  [everyone, "GET", "/sign-in/link/:token"],
  [everyone, "POST", "/sign-in/link/:token"],
  [everyone, "GET", "/invitations/:token"],
  [everyone, "POST", "/invitations/:token"],
  [everyone, "GET", "/sign-out"],
  [everyone, "POST", "/sign-out"],
  [signedIn, "POST", "/language", "way on"],
  [signedIn, "GET", "/start", "way on"],

  // Of following and endpoints everybody reaches their own alone: an endpoint has no name but its number among them.
  [signedIn, "GET", "/following"],
  [signedIn, "POST", "/following"],
  [signedIn, "GET", "/following/new"],
  [signedIn, "POST", "/following/new"],
  [signedIn, "GET", "/following/endpoints/new"],
  [signedIn, "POST", "/following/endpoints/new"],
  [signedIn, "GET", "/following/endpoints/:number"],
  [signedIn, "POST", "/following/endpoints/:number"],

  ["-OO--------", "GET", "/organisations/:slug"],
  ["-OO--------", "POST", "/organisations/:slug"],
  ["-OO--------", "GET", "/organisations/:slug/facts"],
  ["-OO--------", "POST", "/organisations/:slug/facts"],
  ["-OO--------", "GET", "/organisations/:slug/room"],
  ["-OO--------", "POST", "/organisations/:slug/room"],
  ["-OO--------", "GET", "/organisations/:slug/offers"],
  ["-OO--------", "POST", "/organisations/:slug/offers"],
  ["-OO--------", "GET", "/organisations/:slug/people"],
  ["--O--------", "POST", "/organisations/:slug/people"],
  ["-OO--------", "GET", "/organisations/:slug/link-workers"],
  ["-OO--------", "POST", "/organisations/:slug/link-workers"],
  ["-OO--------", "GET", "/organisations/:slug/assessments"],
  ["-OO--------", "POST", "/organisations/:slug/assessments"],
  ["-OO--------", "GET", "/organisations/:slug/evidence"],
  ["-OO--------", "POST", "/organisations/:slug/evidence"],
  ["-OO-YY-----", "GET", "/organisations/:slug/letters/:decisionId"],
  ["-OO-YY-----", "GET", "/organisations/:slug/letters/:decisionId/letter.pdf", "file"],
  ["-OO-YY-----", "GET", "/organisations/:slug/letters/:decisionId/report"],
  ["-OO-YY-----", "GET", "/organisations/:slug/letters/:decisionId/report.pdf", "file"],
  ["-OO--------", "GET", "/organisations/:slug/marks/:code/answers/:criterion"],
  ["-OO--------", "POST", "/organisations/:slug/marks/:code/answers/:criterion"],
  ["-OO--------", "GET", "/organisations/:slug/changes"],
  ["-OO--------", "POST", "/organisations/:slug/changes"],
  ["-OO--------", "GET", "/organisations/:slug/marks/:code/check-in"],
  ["-OO--------", "POST", "/organisations/:slug/marks/:code/check-in"],
  ["-OO--------", "GET", "/organisations/:slug/marks/:code/show"],
  ["--O--------", "GET", "/organisations/:slug/marks/:code/give-up"],
  ["--O--------", "POST", "/organisations/:slug/marks/:code/give-up"],

  ["-OO--------", "GET", "/assessments/:id"],
  ["-OO--------", "POST", "/assessments/:id"],
  ["-OO--------", "GET", "/assessments/:id/facts"],
  ["-OO--------", "POST", "/assessments/:id/facts"],
  ["-OO--------", "GET", "/assessments/:id/criteria/:criterion"],
  ["-OO--------", "POST", "/assessments/:id/criteria/:criterion"],
  ["-OO--------", "PUT", "/assessments/:id/criteria/:criterion/answer", "json"],
  ["-OO--------", "PUT", "/assessments/:id/criteria/:criterion/here", "json"],
  ["-OO--------", "GET", "/assessments/:id/criteria/:criterion/comments"],
  ["-OO--------", "POST", "/assessments/:id/criteria/:criterion/comments"],
  ["-OO--------", "GET", "/assessments/:id/criteria/:criterion/evidence"],
  ["-OO--------", "POST", "/assessments/:id/criteria/:criterion/evidence"],
  ["-OO--------", "POST", "/assessments/:id/files", "json"],
  ["-OO--------", "GET", "/assessments/:id/check"],
  ["--O--------", "POST", "/assessments/:id/check"],
  ["-OO--------", "GET", "/assessments/:id/migrate"],
  ["--O--------", "POST", "/assessments/:id/migrate"],
  ["-OO--------", "GET", "/assessments/:id/not-personal"],
  ["-OO--------", "POST", "/assessments/:id/not-personal"],
  ["-OO--------", "GET", "/assessments/:id/warnings"],
  ["-OO--------", "POST", "/assessments/:id/warnings"],
  ["-OO--------", "GET", "/assessments/:id/asked"],
  ["-OO--------", "POST", "/assessments/:id/asked"],
  ["-OO--------", "GET", "/assessments/:id/sent"],
  ["--O--------", "POST", "/assessments/:id/sent"],
  ["-OO--------", "GET", "/assessments/:id/report"],
  ["--O--------", "POST", "/assessments/:id/report"],
  ["-OO--------", "GET", "/assessments/:id/report/:criterion"],
  ["-OO--------", "POST", "/assessments/:id/report/:criterion"],
  ["-OO--------", "GET", "/assessments/:id/readers"],
  ["--O--------", "POST", "/assessments/:id/readers"],
  ["-OO--------", "GET", "/assessments/:id/deferred"],
  ["--O--------", "POST", "/assessments/:id/deferred"],
  ["-OO--------", "GET", "/assessments/:id/deferred/:criterion"],
  ["-OO--------", "POST", "/assessments/:id/deferred/:criterion"],
  ["-OO--------", "GET", "/assessments/:id/appeal"],
  ["--O--------", "POST", "/assessments/:id/appeal"],
  ["-OOCYY----C", "GET", "/evidence/:id", "file"],
  ["---CYY----C", "GET", "/evidence/:id/words", "file"],

  ["---YYY-----", "GET", "/cases"],
  ["---YYY-----", "GET", "/cases/deadlines"],
  ["---CYY-----", "GET", "/cases/:id"],
  ["---CY------", "POST", "/cases/:id"],
  ["----Y------", "GET", "/cases/:id/assign"],
  ["----Y------", "POST", "/cases/:id/assign"],
  ["---C-------", "GET", "/cases/:id/declare"],
  ["---C-------", "POST", "/cases/:id/declare"],
  ["----Y------", "GET", "/cases/:id/interests"],
  ["----Y------", "POST", "/cases/:id/interests"],
  ["---CYY-----", "GET", "/cases/:id/rate/:criterion"],
  ["---C-------", "POST", "/cases/:id/rate/:criterion"],
  ["----2------", "GET", "/cases/:id/settle/:criterion"],
  ["----2------", "POST", "/cases/:id/settle/:criterion"],
  ["---C-------", "GET", "/cases/:id/talk/:criterion"],
  ["---C-------", "POST", "/cases/:id/talk/:criterion"],
  ["---C-------", "GET", "/cases/:id/recommend"],
  ["---C-------", "POST", "/cases/:id/recommend"],
  ["----2------", "GET", "/cases/:id/claims"],
  ["----2------", "POST", "/cases/:id/claims"],
  ["---CYY-----", "GET", "/cases/:id/questions"],
  ["---C-------", "POST", "/cases/:id/questions"],
  ["-----2-----", "GET", "/cases/:id/decide"],
  ["-----2-----", "POST", "/cases/:id/decide"],
  ["----YY-----", "GET", "/cases/:id/record"],
  ["----YY-----", "GET", "/cases/:id/record.pdf", "file"],

  ["----Y-----C", "GET", "/appeals"],
  ["----Y------", "POST", "/appeals"],
  ["----Y-----C", "GET", "/appeals/:id"],
  ["----2-----C", "POST", "/appeals/:id"],

  ["---------Y-", "GET", "/retention"],
  ["---------Y-", "POST", "/retention"],
  ["---YYY-----", "GET", "/interests"],
  ["---YYY-----", "POST", "/interests"],
  ["---CYY-----", "GET", "/cases/:id/lock/:criterion/:what"],
  ["---CYY-----", "POST", "/cases/:id/lock/:criterion/:what"],
  ["---------Y-", "GET", "/privacy"],
  ["---------2-", "GET", "/privacy/:id"],
  ["---------2-", "POST", "/privacy/:id"],
  ["---------2-", "POST", "/privacy/:id/open", "file"],

  ["-------Y---", "GET", "/people"],
  ["-------Y---", "GET", "/people/:id"],
  ["-------Y---", "POST", "/people/:id"],

  [everyone, "GET", "/concerns/new"],
  [everyone, "POST", "/concerns/new"],
  ["----Y------", "GET", "/concerns"],
  ["----2------", "GET", "/concerns/:id"],
  ["----2------", "POST", "/concerns/:id"],
  ["----Y------", "GET", "/moderation"],
  ["----YYY----", "GET", "/reliability"],
  ["----Y------", "POST", "/reliability"],
  ["----YYY----", "GET", "/reliability/reviews/:id"],
  ["----Y-Y----", "POST", "/reliability/reviews/:id"],
  ["---YY------", "GET", "/calibration"],
  ["----Y------", "POST", "/calibration"],
  ["---CY------", "GET", "/calibration/:id"],
  ["----Y------", "POST", "/calibration/:id"],
  ["---CY------", "GET", "/calibration/:id/:criterion"],
  ["---C-------", "POST", "/calibration/:id/:criterion"],

  ["----YY-Y---", "GET", "/held-marks"],
  ["----YY-Y---", "GET", "/held-marks/:code"],
  ["----22-----", "POST", "/held-marks/:code"],
  ["----YY-----", "GET", "/held-marks/:code/holder"],
  ["----22-----", "POST", "/held-marks/:code/holder"],

  [everyone, "GET", "/demo", "page", demo],
  [everyone, "POST", "/demo/sign-in", "way on", demo],
  [everyone, "GET", "/demo/outbox.json", "json", demo],
  [everyone, "POST", "/demo/clock", "json", demo],
  [everyone, "POST", "/demo/evidence-stall", "json", demo],
]);

const patterns = authorisation.map(({ address, ...line }) => ({ ...line, pattern: addressPattern(address) }));

/** The methods that something answers at a path; none where there is no such address. */
export function methodsAt(path: string, inDemo: boolean): string[] {
  const found = patterns.filter(({ pattern, demo }) => (inDemo || !demo) && pattern.test(path));
  return [...new Set(found.flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method])))];
}

function lines(all: Line[]): Access[] {
  return all.map(([columns, method, address, answers = "page", { changes = method !== "GET", demo = false } = {}]) => {
    const may = Object.fromEntries(kinds.map((kind, place) => [kind, columns[place]])) as Access["may"];
    return { address, method, answers, may, changes, demo };
  });
}
