import type { Language } from "~/platform/words";
import type { FieldErrors } from "~/ui/form";
import type { OfferFault } from "./offer";
import { providerWords } from "./words/provider-words";

/** A sentence beside the field, for what is wrong with an offer. */
export const offerErrors = (why: OfferFault, language: Language): FieldErrors => ({
  [why === "summary_too_long" ? "summary" : "name"]: providerWords(language)(`offers.fault.${why}`),
});
