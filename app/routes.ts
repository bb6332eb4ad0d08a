import { index, prefix, type RouteConfig, route } from "@remix-run/route-config";

/** Every address that Remix answers. The hot public ones are in `register/http.server.ts`, which is asked first. */
export default [
  index("routes/home/route.tsx"),
  route("about/what-a-mark-means", "routes/about/what-a-mark-means.tsx"),
  route("about/accessibility", "routes/about/accessibility.tsx"),
  route("about/privacy", "routes/about/privacy.tsx"),

  route("verify", "routes/verify/route.tsx"),
  route("marks/:code", "routes/marks/mark.tsx"),
  route("marks/:code/certificate.pdf", "routes/marks/certificate.ts"),
  route("providers/:slug", "routes/providers/provider.tsx"),
  route("register", "routes/register/route.tsx"),

  ...prefix("standards", [
    index("routes/standards/standards.tsx"),
    route(":key", "routes/standards/versions.tsx"),
    route(":key.json", "routes/standards/versions-json.ts"),
    route(":key/compare/:range", "routes/standards/compare.tsx"),
    route(":key/compare/:range.json", "routes/standards/compare-json.ts"),
    route(":key/:version", "routes/standards/version.tsx"),
    route(":key/:version.json", "routes/standards/version-json.ts"),
    route(":key/:version/oscal.json", "routes/standards/oscal.ts"),
    route(":key/:version/workbook.pdf", "routes/standards/workbook-pdf.ts"),
    route(":key/:version/workbook.docx", "routes/standards/workbook-docx.ts"),
  ]),
  route("standards.json", "routes/standards/standards-json.ts"),

  route("sign-in", "routes/sign-in/route.tsx"),
  route("sign-in/code", "routes/sign-in/code.tsx"),
  route("sign-in/link/:token", "routes/sign-in/link.tsx"),
  route("invitations/:token", "routes/invitations/route.tsx"),
  route("sign-out", "routes/sign-in/sign-out.tsx"),
  route("start", "routes/start/route.tsx"),

  ...prefix("organisations/:slug", [
    index("routes/organisations/organisation.tsx"),
    route("facts", "routes/organisations/facts.tsx"),
    route("room", "routes/organisations/room.tsx"),
    route("offers", "routes/organisations/offers.tsx"),
    route("people", "routes/organisations/people.tsx"),
    route("assessments", "routes/organisations/assessments.tsx"),
    route("evidence", "routes/organisations/evidence.tsx"),
    route("letters/:decisionId", "routes/organisations/letter.tsx"),
    route("letters/:decisionId/letter.pdf", "routes/organisations/letter-pdf.ts"),
    route("marks/:code/give-up", "routes/organisations/give-up.tsx"),
  ]),

  ...prefix("assessments/:id", [
    index("routes/assessments/assessment.tsx"),
    route("facts", "routes/assessments/facts.tsx"),
    route("criteria/:criterion", "routes/assessments/criterion.tsx"),
    route("criteria/:criterion/answer", "routes/assessments/answer.ts"),
    route("criteria/:criterion/here", "routes/assessments/here.ts"),
    route("criteria/:criterion/comments", "routes/assessments/comments.tsx"),
    route("criteria/:criterion/evidence", "routes/assessments/criterion-evidence.tsx"),
    route("files", "routes/assessments/files.ts"),
    route("check", "routes/assessments/check.tsx"),
    route("migrate", "routes/assessments/migrate.tsx"),
    route("warnings", "routes/assessments/warnings.tsx"),
    route("sent", "routes/assessments/sent.tsx"),
  ]),
  route("evidence/:id", "routes/evidence/file.ts"),

  route("cases", "routes/cases/cases.tsx"),
  ...prefix("cases/:id", [
    index("routes/cases/case.tsx"),
    route("assign", "routes/cases/assign.tsx"),
    route("declare", "routes/cases/declare.tsx"),
    route("rate/:criterion", "routes/cases/rate.tsx"),
    route("settle/:criterion", "routes/cases/settle.tsx"),
    route("decide", "routes/cases/decide.tsx"),
  ]),
  route("held-marks", "routes/held-marks/held-marks.tsx"),
  route("held-marks/:code", "routes/held-marks/held-mark.tsx"),

  route("demo", "routes/demo/route.tsx"),
  route("demo/sign-in", "routes/demo/sign-in.ts"),
  route("demo/outbox.json", "routes/demo/outbox.ts"),
  route("demo/clock", "routes/demo/clock.ts"),
  route("demo/evidence-stall", "routes/demo/evidence-stall.ts"),
] satisfies RouteConfig;
