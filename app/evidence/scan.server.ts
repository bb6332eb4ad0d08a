import { connect, type Socket } from "node:net";

export type Scanned = "clean" | "infected" | "no_answer";

/** Where clamd listens: `tcp://host:3310`, or `unix:/run/clamd.sock`. */
function connectTo(address: string): Socket {
  const url = new URL(address);
  return url.protocol === "unix:" ? connect(decodeURIComponent(url.pathname)) : connect(Number(url.port || 3310), url.hostname.replace(/^\[|\]$/g, ""));
}

const piece = 64 * 1024;
const patience = 30_000;

/** Asks clamd about these bytes (INSTREAM). Only its own "OK" is clean; an error, silence for 30 seconds or anything else it says is `no_answer`. */
export function scan(address: string, bytes: Uint8Array): Promise<Scanned> {
  return new Promise((resolve) => {
    const socket = connectTo(address);
    let said = "";
    const end = (scanned: Scanned) => {
      socket.destroy();
      resolve(scanned);
    };
    socket.setTimeout(patience, () => end("no_answer"));
    socket.on("error", () => end("no_answer"));
    socket.on("data", (data) => {
      said += data.toString("latin1");
      if (said.includes("\0")) end(verdict(said));
    });
    socket.on("close", () => resolve(verdict(said)));
    socket.on("connect", () => {
      socket.write("zINSTREAM\0");
      for (let at = 0; at < bytes.length; at += piece) {
        const part = bytes.subarray(at, at + piece);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(part.length);
        socket.write(length);
        socket.write(part);
      }
      socket.write(Buffer.alloc(4));
    });
  });
}

function verdict(said: string): Scanned {
  if (/^stream: OK\0$/.test(said)) return "clean";
  return /^stream: .+ FOUND\0$/.test(said) ? "infected" : "no_answer";
}
