import type { Day } from "~/platform/calendar";
import { registerOf } from "~/providers/number-forms";
import type { PublicProvider } from "./provider";

/** A registered number as a group states it. Nobody here has checked it. */
export type StatedNumber = { scheme: string; id: string; on: Day };

/** The registered numbers a group says it has, as each register writes them, with the day it last said so. */
export const statedNumbers = ({ facts, nation }: Pick<PublicProvider, "facts" | "nation">): StatedNumber[] =>
  (["charity_number", "company_number"] as const).flatMap((key) => {
    const said = facts[key];
    const number = typeof said?.value === "string" ? registerOf(key, said.value, nation) : undefined;
    return said && number ? [{ ...number, on: said.on }] : [];
  });

/** Those that are not among the numbers we know of anyway. */
export const statedOnly = (provider: Pick<PublicProvider, "facts" | "nation" | "identifiers">): StatedNumber[] =>
  statedNumbers(provider).filter(({ scheme, id }) => !provider.identifiers.some((known) => known.scheme === scheme && known.id === id));
