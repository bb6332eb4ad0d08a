import type { ShapeName } from "./shapes";

export type Parameter = { name: string; about: string; example: string; required?: true };
/** What comes back when all is well: a media type, with its shape where it is JSON. */
export type Answer = { type: string; shape?: ShapeName };

/** One public address. `address` is written as in the table of who may do what. `refusals`: what it says no with, beside 400 for what is no address of ours and 503 while we cannot look. */
export type Operation = { method: "get" | "post"; address: string; tag: Tag; about: string; answers: Answer[]; query: Parameter[]; refusals: number[] };

export const tags = {
  Marks: "Whether a mark is in force, for whom and for what.",
  Providers: "Who holds marks, whether they have room, and how to refer.",
  Standards: "What marks are given for. A published version never changes.",
  "Open Referral UK": "The register for directories (HSDS-UK 3.0).",
  FHIR: "Marks for clinical systems (FHIR R4).",
  "Keys and log": "What our signatures and our record of marks are checked with.",
  Scheme: "About this service itself.",
} as const;
export type Tag = keyof typeof tags;

/** Codes that nobody has are counted wherever one can be asked for. */
const refusalsOf = (address: string) => (address.includes(":code") ? [404, 429] : address.includes(":") ? [404] : []);

type More = { query?: Parameter[]; refusals?: number[]; method?: "post" };
const line = (tag: Tag, address: string, about: string, answers: Answer[], { query = [], refusals = refusalsOf(address), method }: More = {}): Operation => ({
  method: method ?? "get",
  address,
  tag,
  about,
  answers,
  query,
  refusals,
});

const json = (shape: ShapeName): Answer[] => [{ type: "application/json", shape }];
const fhir = (shape: ShapeName): Answer[] => [{ type: "application/fhir+json", shape }];
const file = (type: string): Answer[] => [{ type }];
const page = file("text/html");

const search: Parameter[] = [
  { name: "q", about: "Words of a name or place, or a registered number.", example: "marsh end" },
  { name: "standard", about: "The key of a standard that a mark in force is for.", example: "referral-capacity" },
  { name: "accepting", about: "`yes`: only those whose room for new people is confirmed.", example: "yes" },
  { name: "need", about: "What people come for, as providers say it.", example: "loneliness" },
  { name: "activity", about: "A kind of activity, or words of what a mark covers.", example: "nature" },
  { name: "near", about: "A postcode district or `lat,lon`. Not searched yet: `notes` says so.", example: "NR1" },
  { name: "within", about: "Kilometres round `near`. Not searched yet: `notes` says so.", example: "10" },
];
const paging = (most: number): Parameter[] => [
  { name: "page", about: "From 1.", example: "1" },
  { name: "per_page", about: `1 to ${most}.`, example: "20" },
];
const modified: Parameter = { name: "modified_after", about: "Only what has changed since this moment.", example: "2026-11-22T14:02:11Z" };
const list = { query: paging(100) };
const language: Parameter = { name: "lang", about: "`cy` for Welsh.", example: "cy" };

/** Every public address there is, in the order of the document. A test compares it with the table of who may do what. */
export const operations: Operation[] = [
  line("Marks", "/marks/:code.json", "A mark, and where it stands at this moment.", json("Mark")),
  line("Marks", "/marks", "The mark whose issued PDF has this hash.", json("Mark"), {
    query: [{ name: "sha256", about: "64 hexadecimal digits.", example: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", required: true }],
    refusals: [404],
  }),
  line(
    "Marks",
    "/marks.ndjson",
    "All public marks, one a line, each as at its own address; with `since` those of which something else is said now. `Link` says where to go on from.",
    file("application/x-ndjson"),
    {
      query: [{ name: "since", about: "An instant, a day, or the cursor of your last answer.", example: "2026-11-22T14:02:11Z" }],
    },
  ),
  line("Marks", "/m/:code", "Short for the status page; leads there, and looks nothing up itself.", page, { query: [language], refusals: [] }),
  line("Marks", "/marks/:code", "The status page.", page, { query: [language] }),
  line("Marks", "/marks/:code/certificate.pdf", "The PDF as issued, byte for byte.", file("application/pdf")),
  line("Marks", "/marks/:code/credential.jwt", "The mark as a signed credential (Open Badges 3.0, VC-JWT).", file("text/plain")),
  line("Marks", "/marks/:code/credential.json", "What the signed credential says.", json("Credential")),
  line("Marks", "/marks/:code/badge.svg", "The image for the holder’s own site. It says so in words when the mark is not in force.", file("image/svg+xml")),
  line("Marks", "/marks/:code/badge.png", "The same as a picture.", file("image/png")),
  line("Marks", "/verify", "A box for a code, and a place for a file.", page, { query: [language, { name: "code", about: "A code, as it is typed.", example: "7K3M-9QXT-2B4H" }] }),
  line("Marks", "/verify", "What a file is, and whether the mark it names is in force. Multipart, field `file`, at most 5 MB.", json("Verification"), {
    method: "post",
    refusals: [400, 413, 429],
  }),

  line("Providers", "/providers/:slug.json", "A provider: its marks, its room, how to refer.", json("Provider")),
  line("Providers", "/providers/:slug", "The same as a page.", page, { query: [language] }),
  line("Providers", "/register.json", "Looking for a provider.", json("Register"), { query: [...search, ...paging(100)] }),
  line("Providers", "/register.csv", "The same as a sheet, all at once.", file("text/csv"), { query: search }),
  line("Providers", "/register", "The same as a page.", page, { query: [...search, language] }),

  line("Standards", "/standards.json", "The standards, the newest version of each.", json("Standards")),
  line("Standards", "/standards/:key.json", "All versions of a standard.", json("StandardVersions")),
  line("Standards", "/standards/:key/:version.json", "A version as published.", json("StandardVersion"), { query: [language] }),
  line("Standards", "/standards/:key/:version/oscal.json", "A version as an OSCAL catalog.", json("OscalCatalog")),
  line("Standards", "/standards/:key/compare/:range.json", "What changed between two versions. Without `.json` it is a page.", json("Comparison")),
  line("Standards", "/standards/:key/:version/workbook.pdf", "The questions on paper.", file("application/pdf")),
  line("Standards", "/standards/:key/:version/workbook.docx", "The questions as a text document.", file("application/vnd.openxmlformats-officedocument.wordprocessingml.document")),
  line("Standards", "/standards", "The standards as a page.", page),
  line("Standards", "/standards/:key", "A standard as a page.", page),
  line("Standards", "/standards/:key/:version", "A version as a page.", page),

  line("Open Referral UK", "/openreferral", "Which profile this is.", json("OpenReferralAbout")),
  line("Open Referral UK", "/openreferral/services", "Every provider of whom a mark is said, as a service.", json("OpenReferralServices"), { query: [...paging(100), modified] }),
  line("Open Referral UK", "/openreferral/services/:id", "One of them.", json("OpenReferralService")),
  line("Open Referral UK", "/openreferral/taxonomies", "The vocabularies.", json("OpenReferralTaxonomies"), list),
  line("Open Referral UK", "/openreferral/taxonomies/:id", "One of them.", json("OpenReferralTaxonomy")),
  line("Open Referral UK", "/openreferral/taxonomy_terms", "The terms.", json("OpenReferralTaxonomyTerms"), list),
  line("Open Referral UK", "/openreferral/taxonomy_terms/:id", "One of them.", json("OpenReferralTaxonomyTerm")),
  line("Open Referral UK", "/openreferral/service_at_locations", "None: where something takes place is known in words alone.", json("OpenReferralPlaces"), list),

  line("FHIR", "/fhir/R4/metadata", "What can be asked.", fhir("CapabilityStatement"), { refusals: [406] }),
  line("FHIR", "/fhir/R4/Organization/:id", "A provider.", fhir("Organization"), { refusals: [404, 406] }),
  line("FHIR", "/fhir/R4/HealthcareService/:id", "What a mark covers. The id is the mark’s code.", fhir("HealthcareService"), { refusals: [404, 406, 429] }),
  line("FHIR", "/fhir/R4/VerificationResult/:id", "A mark and where it stands. The id is its code.", fhir("VerificationResult"), { refusals: [404, 406, 429] }),
  line("FHIR", "/fhir/R4/VerificationResult", "The marks of whoever has this number.", fhir("VerificationBundle"), {
    query: [
      {
        name: "target.identifier",
        about: "SYSTEM|VALUE of a charity, a company or an organisation code, or of a mark.",
        example: "https://org-id.guide/list/GB-CHC|1100000",
        required: true,
      },
    ],
    refusals: [406, 429],
  }),

  line("Keys and log", "/.well-known/jwks.json", "Every public key we ever signed with.", json("Keys")),
  line("Keys and log", "/.well-known/waymark-root.pem", "The certificate that all others hang from.", file("application/x-pem-file"), { refusals: [404] }),
  line("Keys and log", "/keys/:kid", "One key.", json("Key")),
  line("Keys and log", "/keys/:kid.pem", "Its certificate.", file("application/x-pem-file")),
  line("Keys and log", "/status-lists/:number", "Which credentials are suspended or withdrawn, signed.", file("application/vc+jwt")),
  line("Keys and log", "/log/checkpoint", "How long the log is and what it comes to, signed.", file("text/plain")),
  line("Keys and log", "/log/entries", "What stands in the log.", json("LogEntries"), {
    query: [
      { name: "start", about: "The first, from 0.", example: "0" },
      { name: "end", about: "The last.", example: "99" },
    ],
  }),
  line("Keys and log", "/log/proof", "That a mark stands in the log.", json("LogProof"), {
    query: [{ name: "code", about: "The mark’s code.", example: "7K3M-9QXT-2B4H", required: true }],
    refusals: [404, 429],
  }),
  line("Keys and log", "/log/consistency", "That a later log holds all that an earlier one held, in the same order.", json("LogConsistency"), {
    query: [
      { name: "from", about: "How long the earlier one was.", example: "1", required: true },
      { name: "to", about: "How long the later one is; without it, the newest that was signed.", example: "2" },
    ],
    refusals: [404],
  }),
  line("Keys and log", "/log", "The log as a page, with the proof of a mark.", page, {
    query: [language, { name: "code", about: "The mark’s code.", example: "7K3M-9QXT-2B4H" }],
    refusals: [404, 429],
  }),
  line("Keys and log", "/register/snapshots.json", "The daily copies of the register.", json("Snapshots")),
  line("Keys and log", "/register/snapshots/:day.ndjson", "The register of one day, a mark a line.", file("application/x-ndjson")),
  line("Keys and log", "/register/snapshots/:day.jws", "What the copy of that day comes to, signed.", file("application/jose")),
  line("Keys and log", "/register/snapshots", "The daily copies as a page.", page),

  line("Scheme", "/", "What this is, and a box for a code or a name.", page, { query: [language] }),
  line("Scheme", "/api/openapi.json", "This document.", json("OpenApi")),
  line("Scheme", "/concerns/new", "Where to tell us that something is wrong.", page, { query: [{ name: "code", about: "The mark it is about.", example: "7K3M-9QXT-2B4H" }] }),
  line("Scheme", "/health/live", "Whether we answer at all.", json("Health")),
  line("Scheme", "/health/ready", "Whether everything we need answers.", json("Health")),
];

/** Whether a program is meant to read it. */
export const isForMachines = ({ answers }: Operation): boolean => answers.some(({ type }) => type !== "text/html");
