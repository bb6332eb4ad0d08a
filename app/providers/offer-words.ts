import type { FieldErrors } from "~/ui/form";
import type { OfferFault } from "./offer";

/** A sentence beside the field, for each thing that can be wrong with an offer. */
export const offerErrors: Record<OfferFault, FieldErrors> = {
  name_missing: { name: "Write a name, such as Tuesday digging mornings" },
  name_too_long: { name: "Shorten the name to 80 characters" },
  summary_too_long: { summary: "Shorten this to 300 characters" },
  already_there: { name: "This is on your list already" },
};
