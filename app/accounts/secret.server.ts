import { randomBytes, randomInt } from "node:crypto";
import { sha256 } from "~/platform/files.server";

/** 256 random bits, safe in an address and in a cookie. Only its hash is ever stored. */
export const newToken = () => randomBytes(32).toString("base64url");

export const hashOf = (token: string) => sha256(token);

/** Six digits to type, for who reads mail on another device. */
export const newCode = () => String(randomInt(1_000_000)).padStart(6, "0");

/** Hashed with the id of its link, so that equal codes do not look equal. What protects so short a secret is its short life and few tries. */
export const codeHash = (code: string, linkId: string) => sha256(`${linkId}:${code}`);
