import { settings } from "~/platform/env.server";
import { sessionLength } from "./session";

/** Carries nothing but an opaque token. With `__Host-` a browser takes it only over HTTPS, for this host and the whole of it. */
const secure = () => settings().baseUrl.startsWith("https:");
const cookieName = () => (secure() ? "__Host-waymark" : "waymark");

/** The token that a browser sent, or undefined. Says nothing about whether a session holds. */
export function sessionToken(request: Request): string | undefined {
  const start = `${cookieName()}=`;
  const pairs = (request.headers.get("Cookie") ?? "").split(";").map((each) => each.trim());
  return pairs.find((each) => each.startsWith(start))?.slice(start.length) || undefined;
}

/** The `Set-Cookie` value that keeps a token for as long as a session may last, and the one that makes a browser forget it. */
export const sessionCookie = (token: string) => cookie(token, sessionLength / 1000);
export const noSessionCookie = () => cookie("", 0);

const cookie = (value: string, maxAge: number) => `${cookieName()}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure() ? "; Secure" : ""}`;
