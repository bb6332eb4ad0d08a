/** The words in the browser's tab: the page, then the product. `Head` puts "Error: " before them when something is wrong. */
export const pageTitle = (page: string): string => `${page} – Waymark`;
