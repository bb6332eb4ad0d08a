/** The form in which a provider says what its public page shows, in the order of the page. */
export const publicForm: { title: string; facts: string[] }[] = [
  { title: "People", facts: ["who_for", "helps_with", "catchment", "age_min", "age_max", "what_we_cannot_support", "eligibility_rules", "crisis_service"] },
  {
    title: "Referring",
    facts: ["how_to_refer", "referral_phone", "referral_email", "opening_hours", "reply_within_working_days", "referral_routes", "feedback_to_referrer_days"],
  },
  {
    title: "What people find",
    facts: ["days_times", "venue", "cost_to_person", "cost_help", "sessions_offered", "activity_types", "physical_demands", "accessibility", "buddy_available", "languages"],
  },
  { title: "Other things people ask", facts: ["planned_closures", "complaints_contact"] },
];

/** What nobody can refer without: asked for first on the provider's own page. */
export const firstFacts = ["who_for", "catchment", "what_we_cannot_support", "how_to_refer", "referral_phone", "referral_email"] as const;
