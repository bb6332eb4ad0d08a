/** What an OSCAL 1.2 catalog may hold, as far as we use it, written by us after https://pages.nist.gov/OSCAL-Reference/models/v1.2.0/catalog/json-reference/: nothing else is let through. */
const closed = (required: string[], properties: Record<string, object>) => ({ type: "object", required, properties, additionalProperties: false });
const some = (items: object) => ({ type: "array", minItems: 1, items });
const uuid = { type: "string", pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$" };
const token = { type: "string", pattern: "^(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*$" };
const text = { type: "string", pattern: "^\\S(.*\\S)?$" };
const moment = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$" };
const uri = { type: "string", pattern: "^[a-zA-Z][a-zA-Z0-9+\\-.]+:.+$" };
const props = some(closed(["name", "value"], { name: token, ns: uri, value: text, class: token }));
const links = some(closed(["href"], { href: { type: "string", minLength: 1 }, rel: token }));
const control = closed(["id", "title"], { id: token, class: token, title: { type: "string" }, props, links, parts: some({ $ref: "#/$defs/part" }) });

export const oscalSchema = {
  $defs: { part: closed(["name"], { id: token, name: token, ns: uri, class: token, title: { type: "string" }, prose: { type: "string" }, parts: some({ $ref: "#/$defs/part" }) }) },
  ...closed(["catalog"], {
    catalog: closed(["uuid", "metadata"], {
      uuid,
      metadata: closed(["title", "last-modified", "version", "oscal-version"], {
        title: { type: "string" },
        published: moment,
        "last-modified": moment,
        version: text,
        "oscal-version": { type: "string", pattern: "^1\\.2\\.\\d+$" },
        props,
        links,
        remarks: { type: "string" },
      }),
      groups: some(closed(["title"], { id: token, title: { type: "string" }, controls: some(control) })),
      "back-matter": closed([], { resources: some(closed(["uuid"], { uuid, title: { type: "string" } })) }),
    }),
  }),
};
