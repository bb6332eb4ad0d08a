/** Saves the answer to one criterion while it is being typed. Knows nothing of SurveyJS, React or HTTP: they are handed in. */
import { merge, type Parts, same } from "./merge";

export type Held = { version: number; parts: Parts };
export type SaveState =
  | { is: "idle" | "waiting" | "saving" }
  | { is: "saved"; at: string }
  | { is: "not_saved"; why: "no_answer" | "signed_out" }
  /** Will not be tried again before something is changed. `words` where the server said why. */
  | { is: "refused"; words: string | undefined }
  /** `by`: who changed it, where that is known. */
  | { is: "clash"; theirs: Held; by: string | undefined; parts: string[] };
export type Reply =
  | { is: "saved"; version: number; at: string }
  | { is: "changed"; theirs: Held; by: string }
  | { is: "refused"; words: string | undefined }
  | { is: "signed_out" }
  | { is: "no_answer" };

export type Autosaving = {
  held: Held;
  /** Sends everything, made from this version. Never throws. */
  send(parts: Parts, basedOn: number): Promise<Reply>;
  /** Keeps what is not acknowledged where it survives the tab, at once. */
  kept: { read(): Kept | undefined; write(kept: Kept): void; clear(): void };
  onState(state: SaveState): void;
  /** The parts changed otherwise than by typing: a kept copy or somebody else's changes came in. */
  onParts(parts: Parts): void;
};
export type Kept = { base: Held; mine: Parts };

/** Typing waits for a pause this long, and no longer than this in all. Milliseconds. */
const pause = 1_000;
const longest = 10_000;

export class Autosave {
  state: SaveState = { is: "idle" };
  private base: Held;
  private mine: Parts;
  private sent: Parts | undefined;
  /** While somebody is asked to choose: what both texts were made from. */
  private forked: Parts | undefined;
  private pausing: ReturnType<typeof setTimeout> | undefined;
  private limit: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | undefined;
  private tries = 0;

  constructor(private readonly world: Autosaving) {
    this.base = world.held;
    this.mine = world.held.parts;
  }

  /** Takes up what was typed before and never acknowledged. */
  start() {
    const kept = this.world.kept.read();
    if (!kept || same(kept.mine, this.base.parts)) return this.world.kept.clear();
    this.mine = kept.mine;
    this.takeIn({ base: kept.base.parts, theirs: this.base, by: undefined });
  }

  /** Every change. A choice is sent at once; typing after a pause, at the latest after ten seconds. */
  changed(parts: Parts, typing: boolean) {
    this.mine = parts;
    if (this.dirty) this.keep();
    if (this.state.is === "clash") return;
    this.schedule(typing ? pause : 0);
  }

  /** Once more: the button, or the network is back. */
  retry = () => {
    if (this.dirty && this.state.is !== "clash") this.schedule(0);
  };

  /** The page goes out of sight: it may never come back. */
  leave = () => {
    if (!this.dirty || this.state.is === "clash" || this.sending) return;
    this.clearTimers();
    void this.send();
  };

  /** Somebody chose between two texts. */
  settle(parts: Parts) {
    if (this.state.is !== "clash") return;
    this.base = this.state.theirs;
    this.mine = parts;
    this.forked = undefined;
    this.world.onParts(parts);
    this.set({ is: "waiting" });
    this.keep();
    this.schedule(0);
  }

  /** Before leaving by our own buttons. False when something could not be saved. */
  async settled(): Promise<boolean> {
    this.clearTimers();
    await this.sending;
    this.clearTimers();
    if (this.dirty && this.state.is !== "clash") await this.send();
    return !this.dirty;
  }

  stop() {
    this.clearTimers();
  }

  private get dirty() {
    return !same(this.mine, this.base.parts);
  }

  private schedule(wait: number) {
    if (this.state.is !== "not_saved") this.set({ is: "waiting" });
    clearTimeout(this.pausing);
    this.pausing = setTimeout(this.due, wait);
    this.limit ??= setTimeout(this.due, longest);
  }

  private due = () => {
    this.clearTimers();
    if (!this.sending && this.state.is !== "clash") void this.send();
  };

  private send(): Promise<void> {
    this.sending = this.put().finally(() => {
      this.sending = undefined;
      if (this.dirty && (this.state.is === "saved" || this.state.is === "waiting")) this.schedule(this.state.is === "saved" ? pause : 0);
    });
    return this.sending;
  }

  private async put() {
    if (!this.dirty) {
      this.acknowledged();
      return this.set({ is: "idle" });
    }
    const parts = this.mine;
    if (this.state.is !== "not_saved") this.set({ is: "saving" });
    const reply = await this.world.send(parts, this.base.version);
    const before = this.sent;
    this.sent = parts;
    switch (reply.is) {
      case "saved":
        this.base = { version: reply.version, parts };
        this.acknowledged();
        return this.set({ is: "saved", at: reply.at });
      case "changed":
        // What stands there is what we sent before: only the reply was lost. It is no change of somebody else's.
        return this.takeIn({ base: before && same(before, reply.theirs.parts) ? before : this.base.parts, theirs: reply.theirs, by: reply.by });
      case "refused":
        return this.set(reply);
      default:
        this.set({ is: "not_saved", why: reply.is });
        if (reply.is === "no_answer") this.pausing = setTimeout(this.retry, Math.min(60_000, 2_000 * 2 ** this.tries++));
    }
  }

  private acknowledged() {
    this.tries = 0;
    this.sent = undefined;
    if (this.dirty) this.keep();
    else this.world.kept.clear();
  }

  /** Joins what stands on the server now with what was typed here. */
  private takeIn({ base, theirs, by }: { base: Parts; theirs: Held; by: string | undefined }) {
    const { merged, clashes } = merge(base, this.mine, theirs.parts);
    this.base = theirs;
    this.mine = merged;
    if (clashes.length > 0) {
      // Before the form hears of the merged parts: it says that they changed, and nothing may be sent before somebody has chosen.
      this.forked = base;
      this.clearTimers();
      this.set({ is: "clash", theirs, by, parts: clashes });
      this.world.onParts(merged);
      return this.keep();
    }
    this.world.onParts(merged);
    if (!this.dirty) {
      this.acknowledged();
      return this.set({ is: "idle" });
    }
    this.keep();
    this.set({ is: "waiting" });
    if (!this.sending) this.schedule(0);
  }

  /** Kept on the base of both while somebody is asked: opened again, the page asks again. */
  private keep() {
    this.world.kept.write({ base: this.forked ? { ...this.base, parts: this.forked } : this.base, mine: this.mine });
  }

  private clearTimers() {
    clearTimeout(this.pausing);
    clearTimeout(this.limit);
    this.pausing = undefined;
    this.limit = undefined;
  }

  private set(state: SaveState) {
    this.state = state;
    this.world.onState(state);
  }
}
