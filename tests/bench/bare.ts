// The least that could answer the same question: node:http, postgres.js, the same select, the row as JSON.
import { createServer } from "node:http";
import postgres from "postgres";
import { normaliseCode } from "~/marks/code";
import { byCode } from "~/register/mark.server";

const [host, port] = [process.env.BARE_SOCKET!, Number(process.env.BARE_PORT)];
const sql = postgres({ host, port: 5432, username: "waymark", database: "waymark", max: 10 });

createServer(async (request, response) => {
  const read = normaliseCode(request.url!.slice("/marks/".length, -".json".length));
  const [row] = read.ok ? await sql.unsafe(byCode, [read.code], { prepare: true }) : [];
  response.writeHead(row ? 200 : 404, { "Content-Type": "application/json" });
  response.end(JSON.stringify(row ?? null));
}).listen(port, () => console.log("ready"));
