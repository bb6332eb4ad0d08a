import { Transform } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { languageOfSession } from "~/accounts/session.server";
import { ReaderContext } from "~/platform/language";
import { NonceContext } from "~/platform/nonce";
import { isWrong, WrongContext } from "~/ui/head";

/** Milliseconds a page may take to render. */
export const streamTimeout = 5_000;

/** Sends a page when all of it is there, so that its status is true: nothing is ever half drawn under a 200. */
export default async function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, { nonce }: AppLoadContext) {
  const refused = status >= 400 && status < 500 && context.staticHandlerContext.errors !== null;
  // A page that says what went wrong is drawn, whatever else goes wrong.
  const reader = refused ? await languageOfSession(request).catch(() => undefined) : undefined;
  return new Promise<Response>((resolve, reject) => {
    let failed = false;
    const { actionData, loaderData } = context.staticHandlerContext;
    const wrong = [actionData, loaderData].some((answers) => Object.values(answers ?? {}).some(isWrong));
    const page = (
      <NonceContext.Provider value={nonce}>
        <ReaderContext.Provider value={reader}>
          <WrongContext.Provider value={wrong}>
            <RemixServer context={context} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
          </WrongContext.Provider>
        </ReaderContext.Provider>
      </NonceContext.Provider>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        const body = withoutZeros();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        failed = true;
        if (!request.signal.aborted) console.error(error);
      },
    });
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** React fills up a piece that ends within a letter of several bytes with zeros, which no page may hold. */
const withoutZeros = () =>
  new Transform({
    transform(piece: Buffer, _encoding, done) {
      done(null, piece.includes(0) ? piece.filter((byte) => byte !== 0) : piece);
    },
  });

/** Refusals are answers. What reaches the log here is a bug, or a reader who left. */
export function handleError(error: unknown, { request }: { request: Request }) {
  const refusal = isRouteErrorResponse(error) && error.status < 500;
  if (!request.signal.aborted && !refusal) console.error(error);
}
