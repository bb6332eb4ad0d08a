/**
 * The facts that pages and feeds show, of those that `standards/facts.yaml` calls public (P1, P2).
 * Names, numbers of people and everything private are not in this list, so no query of the register can bring them out.
 */
export const publicFacts = [
  "catchment",
  "who_for",
  "helps_with",
  "support_intensity",
  "age_min",
  "age_max",
  "what_we_cannot_support",
  "crisis_service",
  "how_to_refer",
  "referral_phone",
  "referral_email",
  "opening_hours",
  "reply_within_working_days",
  "first_contact_within_working_days",
  "feedback_to_referrer_days",
  "referral_routes",
  "self_referral",
  "cost_to_person",
  "cost_help",
  "sessions_offered",
  "activity_types",
  "venue",
  "days_times",
  "physical_demands",
  "accessibility",
  "languages",
  "offers_accompaniment",
  "buddy_available",
  "planned_closures",
  "complaints_contact",
  "eligibility_rules",
] as const;
export type PublicFact = (typeof publicFacts)[number];
