import type { Criterion, Standard } from "#standards/format";

/** What people who sit down with someone and connect them to support are called, by place: the field's own words. The standards are written with the first. */
export const linkWorkerTerms = {
  link_worker: "link worker",
  social_prescriber: "social prescriber",
  community_connector: "community connector",
  community_navigator: "community navigator",
  community_link_worker: "community link worker",
  community_links_practitioner: "community links practitioner",
  social_prescribing_practitioner: "social prescribing practitioner",
  wellbeing_coordinator: "wellbeing co-ordinator",
} as const satisfies Record<string, string>;
export type LinkWorkerTerm = keyof typeof linkWorkerTerms;
export const linkWorkerTermKeys = Object.keys(linkWorkerTerms) as LinkWorkerTerm[];

/** The text with link workers called by this term, with a capital where they had one. Nothing else of it changes; a standard that is named keeps its name. */
export function inTerm(text: string, term: LinkWorkerTerm): string {
  const said = linkWorkerTerms[term];
  return text.replace(/(?<!community )\b(l)ink worker(?=s?\b)(?! practice\b)/gi, (_, first: string) => (first === "L" ? said.charAt(0).toUpperCase() + said.slice(1) : said));
}

/**
 * A version as an organisation says it: wording only. Ids, keys, rules, numbers and every test's place stay, so that whatever is answered or scored is the same.
 * What is quoted is never changed.
 */
export function standardInTerm(standard: Standard, term: LinkWorkerTerm): Standard {
  if (term === "link_worker") return standard;
  const say = (text: string) => inTerm(text, term);
  const { purpose, sections, criteria } = standard;
  return { ...standard, purpose: say(purpose), sections: sections.map((each) => ({ ...each, title: say(each.title) })), criteria: criteria.map((each) => criterionIn(each, say)) };
}

const criterionIn = (criterion: Criterion, say: (text: string) => string): Criterion => ({
  ...criterion,
  title: say(criterion.title),
  statement: say(criterion.statement),
  why: say(criterion.why),
  good: say(criterion.good),
  levels: {
    not_yet: say(criterion.levels.not_yet),
    developing: say(criterion.levels.developing),
    met: { tests: criterion.levels.met.tests.map(say) },
    leading: { tests: criterion.levels.leading.tests.map(say) },
  },
  evidence: { ...criterion.evidence, what: say(criterion.evidence.what), lightest: say(criterion.evidence.lightest) },
  na_reasons: criterion.na_reasons.map(say),
  ask: say(criterion.ask),
});
