/** Marks with the titles of their standards in the language of a page. Data and documents say what was said on the day of the award. */
import type { FoundMark } from "~/marks/found-mark";
import type { Titles } from "~/standards/translation/titles";
import type { ProviderToday, PublicProvider, StandingMark } from "./provider";

export function markTitled(mark: FoundMark, titles: Titles): FoundMark {
  const { standard } = mark.holder;
  return { ...mark, holder: { ...mark.holder, standard: { ...standard, title: titles(standard) ?? standard.title } } };
}

export function providerTitled(provider: PublicProvider, titles: Titles): PublicProvider {
  const { history } = provider;
  const handedOver = (history?.handedOver ?? []).map(({ standard, ...rest }) => ({ ...rest, standard: { ...standard, title: titles(standard) ?? standard.title } }));
  return { ...provider, marks: provider.marks.map((mark) => markTitled(mark, titles)), ...(history ? { history: { ...history, handedOver } } : {}) };
}

/** The same of what was found in the register, whose order is decided already. */
export function hitTitled<Hit extends { provider: PublicProvider; today: ProviderToday }>(hit: Hit, titles: Titles): Hit {
  const { inForce, over, suspended } = hit.today;
  const all = (marks: StandingMark[]) => marks.map(({ mark, standing }) => ({ mark: markTitled(mark, titles), standing }));
  return { ...hit, provider: providerTitled(hit.provider, titles), today: { ...hit.today, inForce: all(inForce), over: all(over), suspended: all(suspended) } };
}
