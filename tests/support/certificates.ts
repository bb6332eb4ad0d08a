import { Certificate } from "~/marks/certificate";

const shared = {
  number: "WM-00042",
  standard: { key: "activities-and-services", title: "Activities and services", version: "1.0.0" },
  awarded_on: "2026-03-10",
  valid_until: "2028-03-09",
  contact_tested: true,
  languages: ["en"],
};

/** Four certificates that between them have every kind of thing on them. All names are invented. */
export const certificates = {
  smallest: Certificate.parse({
    ...shared,
    code: "7FQZ-7FQZ-7FQ3",
    level: "essentials",
    scope: ["Knitting"],
    holder: { name: "Knit", area: "Ely", identifiers: [] },
    standard: { key: "referral-capacity", title: "Referral capacity", version: "1.0.0" },
  }),
  allotment: Certificate.parse({
    ...shared,
    code: "ES4F-T5GV-6HWY",
    level: "assured",
    scope: ["Tuesday digging mornings", "Raised-bed growing, step-free", "Dementia-friendly garden buddies"],
    holder: { name: "Marsh End Community Allotment", area: "Marsh End, Harbourshire", identifiers: [] },
  }),
  ten: Certificate.parse({
    ...shared,
    code: "N3HZ-DV9Q-5K1C",
    level: "assured_commended",
    holder: { name: "Harbour Wellbeing", area: "Harbourside and Northcote", identifiers: ["Charity 1100000"] },
    scope: [
      "Walk and talk, Harbourside",
      "Choir for breathing",
      "Debt and benefits advice by appointment",
      "Cook and eat together",
      "Gentle chair exercise",
      "Men’s repair shed",
      "Creative writing in the library",
      "Gardening at Northcote Park",
      "Befriending by telephone",
      "Digital help desk",
    ],
  }),
  long: Certificate.parse({
    ...shared,
    code: "WDYF-0H2K-4N6M",
    level: "assured_with_conditions",
    conditions: { count: 2, by: "2026-06-08" },
    holder: {
      name: "Association of Friends and Neighbours of Upper Wharfedale, Littondale and Langstrothdale for Company, Walking and Repairs",
      area: "Upper Wharfedale, North Yorkshire",
      identifiers: ["Charity 1199999", "Company 09999999"],
    },
    scope: [
      "Companionship visits to people living alone on outlying farms and in hamlets",
      "Wednesday walking group",
      "Community lunch at the Institute",
      "Minibus to hospital appointments (drivers are volunteers)",
    ],
  }),
};
