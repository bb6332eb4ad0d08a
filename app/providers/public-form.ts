/** The form in which a provider says what its public page shows, in the order of the page. */
export const publicForm = [
  { part: "people", facts: ["who_for", "helps_with", "catchment", "age_min", "age_max", "what_we_cannot_support", "eligibility_rules", "crisis_service"] },
  {
    part: "referring",
    facts: ["how_to_refer", "referral_phone", "referral_email", "opening_hours", "reply_within_working_days", "referral_routes", "feedback_to_referrer_days"],
  },
  {
    part: "find",
    facts: ["days_times", "venue", "cost_to_person", "cost_help", "sessions_offered", "activity_types", "physical_demands", "accessibility", "buddy_available", "languages"],
  },
  { part: "more", facts: ["planned_closures", "complaints_contact"] },
  { part: "registered", facts: ["charity_number", "company_number", "ods_code", "ico_registration"] },
] as const;
export type FormPart = (typeof publicForm)[number]["part"];

/** What nobody can refer without: asked for first on the provider's own page. */
export const firstFacts = ["who_for", "catchment", "what_we_cannot_support", "how_to_refer", "referral_phone", "referral_email"] as const;
