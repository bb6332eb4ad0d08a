import { keepAppeal } from "~/review/appeals/send-appeal.server";
import { done, type Provider, type World } from "./world";

/** A group that was not awarded says which step was left out, and sends it. */
export async function appealOf(world: World, { admin }: Provider, { assessmentId }: { assessmentId: string }) {
  const words = "Your own steps say that somebody talks with a worker or a leader before anything is decided. Nobody rang Ray, and nobody came by.";
  done(await keepAppeal(world.db, world.clock, admin, { assessmentId, content: { grounds: [{ ground: "process", words, criteria: ["RC-3.4"] }] }, send: true }));
}
