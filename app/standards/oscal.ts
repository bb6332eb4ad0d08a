/** A version as an OSCAL 1.2 catalog (NIST, https://pages.nist.gov/OSCAL/): sections are groups, criteria are controls. */
import type { Criterion, Standard } from "#standards/format";

/** Where the properties and parts that OSCAL does not name itself are explained. */
const ours = "https://waymark.example/ns/oscal";
/** `uuid` gives the same id for the same name. `address` is the version's own page. */
export type OscalNaming = { uuid(name: string): string; address: string };

/** The catalog. The same version gives the same text, ids included; every reference that a criterion names is a resource at the back. */
export function oscalCatalog(standard: Standard, { uuid, address }: OscalNaming) {
  const { key, code, version, title, purpose, published_on, sections, criteria } = standard;
  const references = [...new Set(criteria.flatMap(({ source }) => source.references))];
  const resource = (name: string) => uuid(`reference/${name}`);
  const published = `${published_on}T00:00:00Z`;
  return {
    catalog: {
      uuid: uuid("catalog"),
      metadata: {
        title,
        published,
        "last-modified": published,
        version,
        "oscal-version": "1.2.0",
        props: [prop("key", key), prop("code", code)],
        links: [{ href: address, rel: "canonical" }],
        remarks: purpose,
      },
      groups: sections
        .map(({ id, title }) => ({ id, title, controls: criteria.filter(({ section }) => section === id).map((criterion) => control(criterion, resource)) }))
        .filter(({ controls }) => controls.length > 0),
      ...(references.length > 0 ? { "back-matter": { resources: references.map((title) => ({ uuid: resource(title), title })) } } : {}),
    },
  };
}

const prop = (name: string, value: string) => ({ name, ns: ours, value });

function control(criterion: Criterion, resource: (name: string) => string) {
  const { id, key, title, must_have, weight, core_topic, source } = criterion;
  return {
    id,
    class: "criterion",
    title,
    props: [
      { name: "label", value: id },
      prop("key", key),
      prop("must-have", must_have ? "yes" : "no"),
      prop("weight", String(weight)),
      ...(core_topic ? [prop("core-topic", core_topic)] : []),
    ],
    ...(source.references.length > 0 ? { links: source.references.map((name) => ({ href: `#${resource(name)}`, rel: "reference" })) } : {}),
    parts: partsOf(criterion),
  };
}

/** The statement, what it means, the two lower levels in words, each test of the two upper ones, and what is asked and shown. */
function partsOf({ id, statement, why, good, levels, evidence, ask, na_reasons }: Criterion) {
  const tests = (level: "met" | "leading") => ({
    id: `${id}_obj.${level}`,
    name: "assessment-objective",
    class: level,
    prose: level === "met" ? "Met: all of these." : "Leading: Met, and all of these.",
    parts: levels[level].tests.map((prose, at) => ({ id: `${id}_obj.${level}.${at + 1}`, name: "assessment-objective", class: level, prose })),
  });
  const own = (name: string, prose: string) => ({ id: `${id}_${name}`, name, ns: ours, prose });
  return [
    { id: `${id}_smt`, name: "statement", prose: statement },
    { id: `${id}_gdn`, name: "guidance", prose: `${why}\n\n${good}` },
    own("not-yet", levels.not_yet),
    own("developing", levels.developing),
    tests("met"),
    tests("leading"),
    own("ask", ask),
    own("evidence", `${evidence.what}\n\n${evidence.lightest}`),
    ...na_reasons.map((reason, at) => own(`not-applicable.${at + 1}`, reason)),
  ];
}
