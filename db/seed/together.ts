import type { Story } from "./player";
import type { Provider, World } from "./world";

type Days = (daysAgo: number, hour?: number) => Date;

/** Pat and Dee share out a draft of activities and services, and talk about a question of it. */
export async function* shareTheWork(world: World, at: Days, draft: string): Story {
  const { pat, dee } = world.actors;
  yield at(3, 20);
  await world.markDone(draft, "AS-1", pat!);
  await world.giveSection(draft, "AS-4", pat!, dee!);
  await world.say(draft, "AS-4.1", pat!, "Dee, you know better than I do who does what on a Saturday. Will you write this part?");
  yield at(2, 21);
  await world.say(draft, "AS-4.1", dee!, "Yes, after Saturday’s digging. Shall I put in the watering rota too?");
}

/** Ruth asks a colleague in, who has not answered yet. */
export async function* askSomebodyIn(world: World, at: Days, charity: Provider): Story {
  yield at(2, 15);
  await world.invite(charity, "bryony@harbourwellbeing.example", "link worker");
}
