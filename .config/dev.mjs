// Development: the demo with live reload. The whole application, web server included, is loaded through Vite, so there is one copy of every module.
import { createServer } from "vite";

const port = Number(process.env.PORT ?? 3000);
const vite = await createServer({ configFile: ".config/vite.config.ts", appType: "custom", server: { middlewareMode: true, hmr: { port: 24678 + (port % 1000) } } });
const load = () => vite.ssrLoadModule("/app/serve.server.ts");
const { serve } = await load();
const { demoPlay } = await vite.ssrLoadModule("/db/seed/demo.ts");
const { getRequestListener } = await import("@hono/node-server");
const handler = getRequestListener(async (request) => (await load()).app.fetch(request), { overrideGlobalObjects: false });
await serve("demo", {
  play: demoPlay({ afresh: process.argv.includes("--reset") }),
  wrap: () => (request, response) => vite.middlewares(request, response, () => handler(request, response)),
});
