import { z } from "zod";
import { remember } from "~/platform/remember";
import { type Operation, operations, type Parameter, tags } from "./operations";
import { type ShapeName, shapes } from "./shapes";

/** What stands between the slashes, said once. */
const inPath: Record<string, Omit<Parameter, "name">> = {
  code: { about: "A mark’s code, in any case, with or without hyphens.", example: "7K3M-9QXT-2B4H" },
  slug: { about: "A provider’s own part of its address.", example: "marsh-end" },
  key: { about: "A standard.", example: "referral-capacity" },
  version: { about: "Its version.", example: "1.0.0" },
  range: { about: "Two versions.", example: "1.0.0...1.1.0" },
  id: { about: "As it stands in a list or in what points here.", example: "2b1f0a8e-2b8e-4d0b-9a51-2d1f8f0c1a11" },
  kid: { about: "The name of a key.", example: "2026-credential-1" },
  number: { about: "Which list.", example: "1" },
};

type About = { origin: string; contact: string };

/** The OpenAPI 3.1 description of every public address, made of the table and of the shapes the answers are held to. */
export function openApiDocument({ origin, contact }: About) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Waymark",
      version: "1.0.0",
      summary: "Quality marks for social prescribing, to be read by anyone",
      description:
        "Nothing here needs a key or a sign-in, and no cookie is set. Answers may be kept for up to a minute; an `ETag` stops matching in the moment something else is to be said. When we cannot look, we say 503: an older answer must not be relied on then. Fields are added, never renamed or taken away.",
      contact: { email: contact },
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: origin }],
    security: [],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: pathsOf(operations),
    webhooks: webhooks(),
    components: { schemas: schemas() },
  };
}

function pathsOf(all: readonly Operation[]) {
  const found: Record<string, Record<string, object>> = {};
  for (const operation of all) {
    const path = pathOf(operation.address);
    found[path] = { ...found[path], [operation.method]: described(operation) };
  }
  return found;
}

/** What we send to the addresses that followers have given us, by what it is about. */
const events = [
  { name: "markStatusChanged", shape: "StatusChanged", about: "The status of a mark that you follow has changed." },
  { name: "test", shape: "WebhookTest", about: "Somebody tests their address. Nothing has happened." },
] as const satisfies { name: string; shape: ShapeName; about: string }[];

const signing = [
  { name: "webhook-id", about: "The same on every try: what you have taken already, you may forget.", example: "msg_2b1f0a8e2b8e4d0b9a512d1f8f0c1a11" },
  { name: "webhook-timestamp", about: "When this try was made, in seconds since 1970. Refuse what is more than five minutes off.", example: "1764423731" },
  {
    name: "webhook-signature",
    about:
      "`v1,` and the HMAC-SHA256 of `ID.TIMESTAMP.BODY` in base64 (Standard Webhooks 1.0.0). Two, with a space between, for 24 hours after a new secret was made: one that fits is enough.",
    example: "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=",
  },
];

/**
 * Signed as Standard Webhooks say (https://www.standardwebhooks.com), so that their libraries check it. Sent in the order of the changes; what is tried again may come after what is newer, and `sequence` tells them apart.
 */
const webhooks = () =>
  Object.fromEntries(
    events.map(({ name, shape, about }) => [
      name,
      {
        post: {
          operationId: name,
          tags: ["Marks"],
          summary: about,
          description:
            "Sent to the https address that a signed-in follower has given us. Answer 2xx within 15 seconds; what you answer is not read. Anything else is tried again, seven times in a bit more than a day, a test once; 410 switches the address off; redirects are not followed.",
          parameters: signing.map((each) => ({ in: "header", required: true, ...parameter(each) })),
          requestBody: { required: true, content: { "application/json": { schema: reference(shape) } } },
          responses: { "2XX": { description: "Taken." }, "410": { description: "There is nothing here any more: send nothing to this address again." } },
        },
      },
    ]),
  );

/** "/marks/:code.json" → "/marks/{code}.json" */
export const pathOf = (address: string): string => address.replace(/:(\w+)/g, "{$1}");

function described({ method, address, tag, about, answers, query, refusals }: Operation) {
  const fromPath = [...address.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({ in: "path", required: true, ...parameter({ name, ...inPath[name]! }) }));
  const asked = query.map((each) => ({ in: "query", required: each.required ?? false, ...parameter(each) }));
  return {
    operationId: `${method}${address.replace(/[^a-zA-Z0-9]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? "")}`,
    tags: [tag],
    summary: about,
    ...(fromPath.length + asked.length > 0 ? { parameters: [...fromPath, ...asked] } : {}),
    ...(method === "post" ? { requestBody: upload } : {}),
    responses: {
      "200": { description: "The answer.", content: Object.fromEntries(answers.map(({ type, shape }) => [type, { schema: shape ? reference(shape) : { type: "string" } }])) },
      ...(method === "get" && tag !== "Scheme" ? { "304": { description: "You have it already: your ETag still matches." } } : {}),
      ...Object.fromEntries([...new Set([400, ...refusals, 503])].map((status) => [String(status), refused(status, tag)])),
    },
  };
}

const parameter = ({ name, about, example }: Parameter) => ({ name, description: about, example, schema: { type: "string" } });

const upload = {
  required: true,
  content: { "multipart/form-data": { schema: { type: "object", required: ["file"], properties: { file: { type: "string", contentMediaType: "application/octet-stream" } } } } },
};

const why: Record<number, string> = {
  400: "What was asked cannot be read. `detail` says what was expected.",
  404: "There is nothing of that name.",
  406: "Not in that format.",
  413: "Too big.",
  429: "Too many codes that we never issued were asked for from your network within an hour. `Retry-After` says when to come again; codes that we issued are always answered.",
  503: "We cannot look just now. Do not rely on an older answer.",
};

function refused(status: number, tag: Operation["tag"]) {
  const [type, shape] = tag === "FHIR" ? (["application/fhir+json", "OperationOutcome"] as const) : (["application/problem+json", "Problem"] as const);
  return { description: why[status]!, content: { [type]: { schema: reference(shape) } } };
}

const reference = (shape: ShapeName) => ({ $ref: `#/components/schemas/${shape}` });

/** The shapes as JSON Schema, each referring to the others by name. */
const schemas = () => remember("schemas of the public answers", makeSchemas);

function makeSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries(shapes)) if (!registry.has(shape)) registry.add(shape, { id });
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` }).schemas;
  return Object.fromEntries(Object.entries(made).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]));
}
