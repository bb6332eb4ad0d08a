import type { Context } from "hono";
import { settings } from "~/platform/env.server";
import { networkAddress } from "~/platform/network-address";

type Connected = { incoming?: { socket?: { remoteAddress?: string } } };

/** Who asks, as far as it cannot be forged: the other end of the connection, or what a proxy of ours says of it. */
export const askedFrom = (c: Context): string =>
  networkAddress((c.env as Connected | undefined)?.incoming?.socket?.remoteAddress, c.req.header("X-Forwarded-For"), settings().proxies);
