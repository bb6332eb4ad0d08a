/** The words of a certificate, by language: whole sentences with places to fill, never put together from parts. */
import type { Language } from "~/platform/words";
import type { AwardLevel } from "./mark";
import { levelMeanings, levelNames } from "./status-words";

export type Words = {
  locale: "en-GB" | "cy-GB";
  /** Only words that a person who translates for a living has read are ever printed without a note saying that they are a draft. */
  draft?: string;
  strap: string;
  heldBy: string;
  standard: string;
  version: string;
  level: string;
  covers: string;
  awarded: string;
  until: string;
  untilNote: string;
  code: string;
  check: { question: string; answer: string; address: string };
  /** `untested` is the same without the sentence that says we tested phone and e-mail. */
  means: { title: string; text: string; untested: string };
  not: { title: string; text: string };
  issuer: string;
  number: string;
  /** Of the page on the web, beside a PDF that no machine reads out well. */
  accessible: string;
  /** What the attached file is. */
  attached: string;
  /** `one` is the sentence for a single point, `two` for two where it is another than for more. */
  levels: Record<AwardLevel, { name: string; meaning: string; one?: string; two?: string }>;
};

export const words: Record<Language, Words> = {
  en: {
    locale: "en-GB",
    strap: "Quality mark for social prescribing",
    heldBy: "Held by",
    standard: "Standard",
    version: "version {version}",
    level: "Level of mark",
    covers: "What this mark covers",
    awarded: "Awarded",
    until: "In force until",
    untilNote: "unless the page says otherwise",
    code: "Mark code",
    check: {
      question: "Is this mark still in force?",
      answer: "Paper cannot tell you. Scan the square, or go to {address} and type the code.",
      address: "The address must start with {origin}",
    },
    means: {
      title: "What this mark means",
      text: "Trained assessors checked how this organisation works against {standard}, version\u00a0{version}. They looked at what it told us, at some evidence, and tested its phone and email. Every must-have was met on the day we decided.",
      untested:
        "Trained assessors checked how this organisation works against {standard}, version\u00a0{version}. They looked at what it told us, and at some evidence. Every must-have was met on the day we decided.",
    },
    not: {
      title: "What it does not mean",
      text: "It does not show that someone’s health will improve. It is not a clinical check, a medical treatment, a licence or an inspection by a regulator. The NHS did not award it. Things can change after we check.",
    },
    issuer: "Issued by {issuer}. Not part of the NHS.",
    number: "Certificate {number}",
    accessible: "This PDF is for printing. To have it read aloud or made larger, use the mark’s page on the web: it says all of this, and is the accessible copy.",
    attached: "The same as data: a signed credential, Open Badges 3.0.",
    levels: {
      essentials: { name: levelNames.essentials, meaning: levelMeanings.essentials },
      assured: { name: levelNames.assured, meaning: levelMeanings.assured },
      assured_commended: { name: levelNames.assured, meaning: "With commendation: every must-have is met, and much of the work is leading practice." },
      assured_with_conditions: {
        name: levelNames.assured_with_conditions,
        meaning: "Every must-have is met. {count} other points are to be put right by {by}.",
        one: "Every must-have is met. One other point is to be put right by {by}.",
      },
    },
  },
  // Written by people who do not translate for a living: to be checked by a Welsh translator who works in health.
  cy: {
    locale: "cy-GB",
    draft: "Drafft: heb ei wirio gan gyfieithydd (draft, not checked by a translator)",
    strap: "Marc ansawdd presgripsiynu cymdeithasol",
    heldBy: "Deiliad",
    standard: "Safon",
    version: "fersiwn {version}",
    level: "Lefel y marc",
    covers: "Beth mae’r marc hwn yn ei gwmpasu",
    awarded: "Dyfarnwyd",
    until: "Mewn grym tan",
    untilNote: "oni bai bod y dudalen yn dweud fel arall",
    code: "Cod y marc",
    check: {
      question: "A yw’r marc hwn yn dal mewn grym?",
      answer: "Ni all papur ddweud wrthych. Sganiwch y sgwâr, neu ewch i {address} a theipiwch y cod.",
      address: "Rhaid i’r cyfeiriad ddechrau â {origin}",
    },
    means: {
      title: "Beth mae’r marc hwn yn ei olygu",
      text: "Edrychodd aseswyr hyfforddedig ar sut mae’r sefydliad hwn yn gweithio yn erbyn {standard}, fersiwn\u00a0{version}. Edrychon nhw ar yr hyn a ddywedodd wrthym, ar rywfaint o dystiolaeth, a phrofi ei ffôn a’i e-bost. Roedd pob gofyniad hanfodol wedi’i fodloni ar ddiwrnod y penderfyniad.",
      untested:
        "Edrychodd aseswyr hyfforddedig ar sut mae’r sefydliad hwn yn gweithio yn erbyn {standard}, fersiwn\u00a0{version}. Edrychon nhw ar yr hyn a ddywedodd wrthym, ac ar rywfaint o dystiolaeth. Roedd pob gofyniad hanfodol wedi’i fodloni ar ddiwrnod y penderfyniad.",
    },
    not: {
      title: "Beth nad yw’n ei olygu",
      text: "Nid yw’n dangos y bydd iechyd rhywun yn gwella. Nid gwiriad clinigol, triniaeth feddygol, trwydded nac arolygiad gan reoleiddiwr mohono. Nid y GIG a’i dyfarnodd. Gall pethau newid ar ôl i ni wirio.",
    },
    issuer: "Cyhoeddwyd gan {issuer}. Nid yw’n rhan o’r GIG.",
    number: "Tystysgrif {number}",
    accessible: "I’w argraffu y mae’r PDF hwn. I’w glywed yn uchel neu ei weld yn fwy, defnyddiwch dudalen y marc ar y we: mae’n dweud hyn i gyd, a hi yw’r copi hygyrch.",
    attached: "Yr un peth fel data: tystlythyr wedi’i lofnodi, Open Badges 3.0.",
    levels: {
      essentials: { name: "Hanfodion", meaning: "Mae pob gofyniad hanfodol wedi’i fodloni. Mae arferion da eraill yn dal i dyfu." },
      assured: { name: "Sicr", meaning: "Mae pob gofyniad hanfodol wedi’i fodloni, a’r rhan fwyaf o arferion da eraill hefyd." },
      assured_commended: { name: "Sicr", meaning: "Gyda chanmoliaeth: mae pob gofyniad hanfodol wedi’i fodloni, a llawer o’r gwaith yn arwain y ffordd." },
      assured_with_conditions: {
        name: "Sicr gydag amodau",
        meaning: "Mae pob gofyniad hanfodol wedi’i fodloni. Mae {count} phwynt arall i’w cywiro erbyn {by}.",
        one: "Mae pob gofyniad hanfodol wedi’i fodloni. Mae un pwynt arall i’w gywiro erbyn {by}.",
        two: "Mae pob gofyniad hanfodol wedi’i fodloni. Mae dau bwynt arall i’w cywiro erbyn {by}.",
      },
    },
  },
};

/** Fills the places of a sentence. A place without a value is a fault and throws. */
export function put(sentence: string, values: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, place: string) => {
    const value = values[place];
    if (value === undefined) throw new Error(`Nothing to put in the place {${place}} of “${sentence}”`);
    return value;
  });
}

const counts: Record<Language, readonly string[]> = { en: ["No", "One", "Two", "Three"], cy: ["Dim", "un", "dau", "tri"] };

/** A small number as a word, as it begins the sentence that the words have for it. */
export function countIn(language: Language, count: number): string {
  return counts[language][count] ?? String(count);
}
