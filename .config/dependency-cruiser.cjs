// Who may import whom. The comment is what a developer reads when a rule fails: it says why, not what.
const order = ["audit", "accounts", "standards", "providers", "evidence", "assessments", "review", "marks", "concerns", "register", "followers", "insights", "retention"];
const capability = `^app/(${order.join("|")})/`;
const libraries = "^node_modules/(react|react-dom|@remix-run|drizzle-orm|postgres|pg|hono|@hono|graphile-worker|pino|nodemailer|pdfmake|survey-)";
const database = "^node_modules/(drizzle-orm|postgres|pg|graphile-worker)/";
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    rule("no-cycles", "Two modules that need each other are one module, or a third is missing.", {}, { circular: true }),
    rule(
      "core-is-pure",
      "A plain .ts file in a capability decides. Reading and writing happen in .server.ts files.",
      { path: `${capability}.*\\.ts$`, pathNot: "\\.server\\.ts$|^app/assessments/survey/" },
      { path: `\\.server\\.tsx?$|^db/|${libraries}` },
    ),
    rule(
      "core-is-given-the-world",
      "Time, chance, files and network arrive as arguments.",
      { path: `${capability}.*\\.ts$`, pathNot: "\\.server\\.ts$" },
      { dependencyTypes: ["core"] },
    ),
    rule(
      "only-server-files-touch-the-database",
      "db/ outside a .server file reaches the browser without any warning.",
      { path: "^app/", pathNot: "\\.server\\.ts$" },
      { path: `^db/|${database}` },
    ),
    rule("no-other-driver", "One engine, one driver: postgres.js. The queue brings pg for itself alone.", { path: "^(app|db|tests)/" }, { path: "^node_modules/pg/" }),
    rule(
      "surveyjs-stays-in-its-room",
      "app/assessments/survey speaks SurveyJS. Everyone else speaks Answers.",
      { pathNot: "^app/assessments/survey/|^tests/" },
      { path: "^node_modules/survey-" },
    ),
    rule(
      "pdfmake-stays-in-its-room",
      "One file renders. The document it renders is plain data.",
      { pathNot: "^app/platform/paper/.*\\.server\\.ts$|^tests/" },
      { path: "^node_modules/pdfmake" },
    ),
    rule("routes-are-leaves", "Nobody imports a route; what two routes share belongs to a capability.", { pathNot: "^app/(routes/|root\\.tsx)|^tests/" }, { path: "^app/routes/" }),
    rule("the-command-line-is-a-leaf", "A command prints what a capability answers.", { pathNot: "^app/cli/|^tests/" }, { path: "^app/cli/" }),
    rule("the-register-is-anonymous", "Public verification must not be able to see who is signed in.", { path: "^app/register/" }, { path: "session\\.server" }),
    rule(
      "ui-knows-no-domain",
      "ui/ would work in another product, in any language.",
      { path: "^app/ui/" },
      { path: "^(app|db|standards)/", pathNot: "^app/(ui/|platform/(words|language)\\.ts$)" },
    ),
    rule(
      "platform-knows-no-domain",
      "Capabilities call the plumbing, never the reverse. It may know its own tables.",
      { path: "^app/platform/" },
      { path: "^(app|standards)/|^db/schema/(?!platform)", pathNot: "^app/platform/" },
    ),
    rule(
      "tables-know-no-app",
      "Tables do not know their readers. The demo's story does: it is told through the commands.",
      { path: "^db/", pathNot: "^db/seed" },
      { path: "^app/" },
    ),
    rule("standards-are-content", "A standard is a document with a version; it imports only its own format.", { path: "^standards/" }, { path: "^(app|db)/" }),
    rule("tests-do-not-ship", "Fixtures stay out of production.", { path: "^(app|db|standards)/" }, { path: "^tests/" }),
    rule("settings-do-not-ship", "The tools' settings are not part of the product.", { path: "^(app|db|standards)/" }, { path: "^\\.config/" }),
    ...order
      .slice(0, -1)
      .map((name, i) =>
        rule(
          `${name}-comes-before`,
          `A later step may call an earlier one, never back: ${order.join(" → ")}`,
          { path: `^app/${name}/` },
          { path: `^app/(${order.slice(i + 1).join("|")})/` },
        ),
      ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"], extensions: [".ts", ".tsx", ".js"] },
  },
};
