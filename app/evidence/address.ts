/** Whether a page may be fetched from here: http or https, the usual port, no name or password in it. Undefined when not. */
export function fetchable(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const usual = url.port === "" || url.port === "80" || url.port === "443";
  return (url.protocol === "http:" || url.protocol === "https:") && usual && url.username === "" && url.password === "" ? url : undefined;
}
