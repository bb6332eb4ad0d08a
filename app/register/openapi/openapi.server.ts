import { Hono } from "hono";
import { addressPattern } from "~/platform/address-pattern";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { answer, publicHeaders } from "../answering.server";
import { openApiDocument } from "./document";
import { isForMachines, operations } from "./operations";

/** The description of all public addresses, and the answer to a browser on another site that asks whether it may ask one of them. */
export const openApi = new Hono()
  .get(paths.openApi, (c) => answer(c, openApiDocument({ origin: settings().baseUrl, contact: settings().contact.email })))
  .options("*", (c, next) => {
    const methods = methodsAt(c.req.path);
    if (methods.length === 0) return next();
    return Promise.resolve(
      c.body(null, 204, {
        ...publicHeaders(),
        "Access-Control-Allow-Methods": methods.join(", "),
        "Access-Control-Allow-Headers": "If-None-Match",
        "Access-Control-Max-Age": "86400",
      }),
    );
  });

const patterns = operations.filter(isForMachines).map(({ address, method }) => ({ method, pattern: addressPattern(address) }));

const methodsAt = (path: string) => [...new Set(patterns.filter(({ pattern }) => pattern.test(path)).flatMap(({ method }) => (method === "get" ? ["GET", "HEAD"] : ["POST"])))];
