/** Where others help: by postcode, for the whole of the United Kingdom. */
export const councilFinder = "https://www.gov.uk/find-local-council";
/** In Northern Ireland it is the Health and Social Care Trusts; this page has the number of each. */
export const trustsOfNorthernIreland = "https://www.nidirect.gov.uk/articles/recognising-adult-abuse-exploitation-and-neglect";
