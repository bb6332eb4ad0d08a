/** Words that may follow "referral" or "certificate" in the name of a paper about nobody. */
const ordinary =
  /^(a|an|and|at|blank|by|charity|company|copy|count|counts|criteria|draft|employers?|example|final|fire|first|flow|flowchart|food|for|form|forms|from|gp|guide|how|hygiene|in|information|insurance|leaflet|letter|liability|list|log|new|numbers?|of|on|our|page|pathway|policy|poster|procedure|process|public|registration|route|routes|safety|sheet|steps|summary|table|template|the|to|totals?|training|v|version|we|with|award|volunteers?|volunteering|aid|anonymous|numbers|self|social|prescribing|link|worker|workers)$/;

/** Whether the name of a file says that it is about one person: `referral_john_smith`, `case notes`, `DBS certificate` (Standard rules §G.3). */
export function tellingName(name: string): boolean {
  const words = name
    .normalize("NFKC")
    .replace(/\.[^.]{1,5}$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  const has = (...wanted: string[]) => wanted.some((word) => words.includes(word));
  const pair = (first: string, ...second: string[]) => words.some((word, at) => word === first && second.includes(words[at + 1] ?? ""));
  const blank = has("blank", "template", "policy", "example", "procedure", "guide", "anonymous");
  if (blank) return false;
  if (pair("case", "note", "notes", "file") || has("casenotes") || pair("medical", "notes", "record", "records", "history") || pair("care", "plan")) return true;
  if (has("dbs", "disclosure") && has("certificate", "cert", "scan")) return true;
  if (
    has("certificate") &&
    !has("insurance", "liability", "registration", "charity", "company", "training", "hygiene", "fire", "award", "safety", "incorporation", "employers", "public")
  )
    return true;
  const others = words.filter((word) => !/^referrals?$/.test(word) && !ordinary.test(word) && word.length > 1);
  return has("referral") && others.length >= 2 && others.length === words.filter((word) => !/^referrals?$/.test(word)).length;
}
