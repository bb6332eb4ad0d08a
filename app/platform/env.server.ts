import { resolve } from "node:path";
import { z } from "zod";
import { type Range, rangesFrom } from "./network-address";
import { remember } from "./remember";

/** `production` is what `npm start` runs; `demo` is everything a newcomer needs, with a clock that can be moved. */
export type Mode = "production" | "demo";

const url = (protocols: string[], like: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), { error: `expected an address such as ${like}` });

const Variables = z.object({
  PORT: z.coerce
    .number({ error: "expected a port number such as 3000" })
    .int("expected a whole port number")
    .min(0, "expected 0 to 65535")
    .max(65535, "expected 0 to 65535")
    .default(3000),
  WAYMARK_DATA: z.string().min(1, "expected a folder such as .data").default(".data"),
  WAYMARK_BASE_URL: url(["http:", "https:"], "https://waymark.example").optional(),
  DATABASE_URL: url(["postgres:", "postgresql:"], "postgres://user:password@host/waymark").optional(),
  WAYMARK_FILES: url(["file:"], "file:///var/lib/waymark/files").optional(),
  WAYMARK_KEYS: url(["file:"], "file:///run/secrets/waymark-keys").optional(),
  WAYMARK_KEY_SERVICE: url(["https:"], "https://cloudkms.googleapis.com").optional(),
  WAYMARK_KEY_SERVICE_TOKEN_FILE: z.string().min(1, "expected a file such as /run/secrets/key-service-token").optional(),
  WAYMARK_VC_API: z.literal("on", { error: 'expected "on"' }).optional(),
  WAYMARK_TSA: url(["http:", "https:"], "https://tsa.example/rfc3161").optional(),
  CLAMD_URL: url(["tcp:", "unix:"], "tcp://localhost:3310 or unix:/run/clamav/clamd.ctl").optional(),
  SMTP_URL: url(["smtp:", "smtps:"], "smtps://user:password@mail.example:465").optional(),
  WAYMARK_MAIL_FROM: z.email({ error: "expected an e-mail address such as marks@waymark.example" }).optional(),
  WAYMARK_CONTACT_EMAIL: z.email({ error: "expected an e-mail address such as help@waymark.example" }).optional(),
  WAYMARK_CONTACT_PHONE: z.string().min(5, "expected a phone number such as 01632 960100").optional(),
  WAYMARK_PROXIES: z
    .string()
    .refine((value) => rangesFrom(value) !== undefined, { error: "expected addresses or ranges such as 10.0.0.0/8,::1" })
    .optional(),
  WAYMARK_ISSUER: z.string().min(1, "expected the name of the body that issues marks").optional(),
});

const neededInProduction = [
  "WAYMARK_BASE_URL",
  "DATABASE_URL",
  "WAYMARK_FILES",
  "SMTP_URL",
  "WAYMARK_MAIL_FROM",
  "WAYMARK_CONTACT_EMAIL",
  "WAYMARK_CONTACT_PHONE",
  "WAYMARK_ISSUER",
] as const;

/** Every variable the application reads, for `.env.example` and the check of it. */
export const variableNames = Object.keys(Variables.shape) as (keyof typeof Variables.shape)[];

export type Settings = {
  mode: Mode;
  port: number;
  /** Absolute. */
  data: string;
  /** Without a slash at the end. */
  baseUrl: string;
  databaseUrl?: string;
  /** A folder, absolute. */
  files: string;
  /** Where private keys are: a folder, absolute, and a key service without a slash at the end of its address. */
  keys: { folder: string; serviceUrl?: string; serviceTokenFile?: string };
  /** Whether W3C's VC-API answers, for public test suites. */
  vcApi: boolean;
  /** The time-stamping authority. */
  tsaUrl?: string;
  /** The virus scanner. */
  clamdUrl?: string;
  smtpUrl?: string;
  mailFrom: string;
  contact: { email: string; phone: string };
  issuer: string;
  /** Whose `X-Forwarded-For` is believed. */
  proxies: Range[];
};

/** Reads the environment. Throws one error that names every missing or malformed variable, and what was expected. */
export function settingsFrom(environment: Record<string, string | undefined>, mode: Mode): Settings {
  const given = Object.fromEntries(variableNames.filter((name) => environment[name] !== undefined && environment[name] !== "").map((name) => [name, environment[name]]));
  const parsed = Variables.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}, but it is "${shown(given[String(issue.path[0])])}"`);
  if (mode === "production") {
    for (const name of neededInProduction) if (given[name] === undefined) faults.push(`${name}: missing, and needed to run in production`);
    if (environment.WAYMARK_DEMO) faults.push("WAYMARK_DEMO: set, but the demo's switches are never served in production; start the demo with npm run demo");
    if (environment.WAYMARK_VC_API) faults.push("WAYMARK_VC_API: set, but what signs whatever it is given is never served in production");
  }
  if (faults.length || !parsed.success)
    throw new Error(`Waymark cannot start with these settings:\n${faults.map((each) => `  ${each}`).join("\n")}\n.env.example says what each is for.`);
  const env = parsed.data;
  const data = resolve(env.WAYMARK_DATA);
  return {
    mode,
    port: env.PORT,
    data,
    baseUrl: (env.WAYMARK_BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ""),
    databaseUrl: env.DATABASE_URL,
    files: folderAt(env.WAYMARK_FILES) ?? resolve(data, "files"),
    keys: {
      folder: folderAt(env.WAYMARK_KEYS) ?? resolve(data, "keys"),
      serviceUrl: env.WAYMARK_KEY_SERVICE?.replace(/\/+$/, ""),
      serviceTokenFile: env.WAYMARK_KEY_SERVICE_TOKEN_FILE,
    },
    vcApi: env.WAYMARK_VC_API === "on",
    tsaUrl: env.WAYMARK_TSA,
    clamdUrl: env.CLAMD_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.WAYMARK_MAIL_FROM ?? "marks@demo.example",
    contact: { email: env.WAYMARK_CONTACT_EMAIL ?? "help@demo.example", phone: env.WAYMARK_CONTACT_PHONE ?? "01632 960100" },
    issuer: env.WAYMARK_ISSUER ?? "The Waymark demonstration scheme",
    proxies: (env.WAYMARK_PROXIES && rangesFrom(env.WAYMARK_PROXIES)) || [],
  };
}

const folderAt = (url: string | undefined) => (url === undefined ? undefined : decodeURIComponent(new URL(url).pathname));

/** Errors end up in logs; passwords in addresses do not. */
const shown = (value = "") => value.replace(/\/\/.*@/, "//…@");

const current = remember("settings", () => ({}) as { value?: Settings });

/** Set once, when the process starts. */
export function keepSettings(value: Settings) {
  current.value = value;
  return value;
}

/** The process's settings. Throws when nothing has started: that is a bug. */
export function settings(): Settings {
  if (!current.value) throw new Error("Settings are read before the process was started.");
  return current.value;
}
