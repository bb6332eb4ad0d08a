/** Every address of ours, built in one place. */
const part = encodeURIComponent;

export const paths = {
  home: "/",
  verify: "/verify",
  whatAMarkMeans: "/about/what-a-mark-means",
  accessibility: "/about/accessibility",
  privacy: "/about/privacy",
  mark: (code: string) => `/marks/${part(code)}`,
  markJson: (code: string) => `/marks/${part(code)}.json`,
  certificate: (code: string) => `/marks/${part(code)}/certificate.pdf`,
  provider: (slug: string) => `/providers/${part(slug)}`,
  providerJson: (slug: string) => `/providers/${part(slug)}.json`,
  register: "/register",
  standards: "/standards",
  standard: (key: string) => `/standards/${part(key)}`,
  standardVersion: (key: string, version: string) => `/standards/${part(key)}/${part(version)}`,
  standardVersionJson: (key: string, version: string) => `/standards/${part(key)}/${part(version)}.json`,

  signIn: (goTo?: string) => (goTo ? `/sign-in?go_to=${part(goTo)}` : "/sign-in"),
  signInCode: "/sign-in/code",
  signInLink: (token: string) => `/sign-in/link/${part(token)}`,
  signOut: "/sign-out",
  /** Leads each person to their own first page. */
  start: "/start",

  organisation: (slug: string) => `/organisations/${part(slug)}`,
  organisationFacts: (slug: string) => `/organisations/${part(slug)}/facts`,
  room: (slug: string) => `/organisations/${part(slug)}/room`,
  offers: (slug: string) => `/organisations/${part(slug)}/offers`,
  organisationAssessments: (slug: string) => `/organisations/${part(slug)}/assessments`,
  letter: (slug: string, decisionId: string) => `/organisations/${part(slug)}/letters/${part(decisionId)}`,
  letterPdf: (slug: string, decisionId: string) => `/organisations/${part(slug)}/letters/${part(decisionId)}/letter.pdf`,
  giveUp: (slug: string, code: string) => `/organisations/${part(slug)}/marks/${part(code)}/give-up`,

  assessment: (id: string) => `/assessments/${part(id)}`,
  assessmentFacts: (id: string) => `/assessments/${part(id)}/facts`,
  criterion: (id: string, criterion: string) => `/assessments/${part(id)}/criteria/${part(criterion)}`,
  answer: (id: string, criterion: string) => `/assessments/${part(id)}/criteria/${part(criterion)}/answer`,
  criterionEvidence: (id: string, criterion: string) => `/assessments/${part(id)}/criteria/${part(criterion)}/evidence`,
  assessmentFiles: (id: string) => `/assessments/${part(id)}/files`,
  check: (id: string) => `/assessments/${part(id)}/check`,
  sent: (id: string) => `/assessments/${part(id)}/sent`,
  evidence: (id: string) => `/evidence/${part(id)}`,

  cases: "/cases",
  case: (id: string) => `/cases/${part(id)}`,
  assign: (id: string) => `/cases/${part(id)}/assign`,
  declare: (id: string) => `/cases/${part(id)}/declare`,
  rate: (id: string, criterion: string) => `/cases/${part(id)}/rate/${part(criterion)}`,
  settle: (id: string, criterion: string) => `/cases/${part(id)}/settle/${part(criterion)}`,
  decide: (id: string) => `/cases/${part(id)}/decide`,
  heldMarks: "/held-marks",
  heldMark: (code: string) => `/held-marks/${part(code)}`,

  demo: "/demo",
};
