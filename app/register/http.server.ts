import { Hono } from "hono";

/** The public addresses that machines ask for often. No session can be read from here. */
export const publicAnswers = new Hono();
