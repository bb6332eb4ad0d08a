/** What an answer may do that is no page: nothing. */
export const bare = "default-src 'none'; frame-ancestors 'none'";

/** On every answer, whatever it is. */
export const everywhere = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin" };
export const overHttps = { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" };

/** What a page may do: its own styles, pictures and forms, and the scripts that carry its number. Live reload needs two things more. */
export const pagePolicy = (nonce: string, development = false) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
