/** An address as tables have it (`/marks/:code.json`), as an expression for real ones. A slash at the end changes nothing. */
export const addressPattern = (address: string): RegExp => new RegExp(`^${address.replaceAll(".", "\\.").replace(/:\w+/g, "[^/]+")}/?$`);
