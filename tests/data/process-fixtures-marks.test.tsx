import { like } from "drizzle-orm";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "#db/schema/audit";
import { outbox } from "#db/schema/platform";
import { groups } from "#db/seed/groups";
import { done, type Provider } from "#db/seed/world";
import { heldMark } from "~/marks/held-mark.server";
import { contactBounced } from "~/marks/reach/contact-bounced.server";
import { testHolder } from "~/marks/reach/test-holder.server";
import { askTopUpsOf } from "~/marks/top-ups/open-top-ups.server";
import { showTopUp } from "~/marks/top-ups/show-top-up.server";
import { checkContact } from "~/providers/check-contact.server";
import { stateFacts } from "~/providers/state-facts.server";
import { MarkPage } from "~/register/mark-page";
import { ProviderPage } from "~/register/provider-page";
import { MarkAnswer } from "~/register/public-shapes";
import { freshDatabase } from "../support/database";
import { indoors, LW, processWorld } from "../support/process";

/** The process fixtures about a mark that is in force, by their numbers (Standard rules §C.6), through the commands and with the clock moved. */
const { db } = await freshDatabase();
const scheme = await processWorld(db, "2026-03-02T10:00:00Z");
const { world, stage, sweepAt, standing, seen, to } = scheme;
const RC = "referral-capacity";
const bounce = { system: "test" };
const contact = { email: "help@demo.example", phone: "01632 960100" };
const words = (page: ReactElement) =>
  renderToStaticMarkup(page)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const pages = async (code: string) => {
  const { markPage, providerPage } = await seen(code);
  return [words(<MarkPage view={markPage} contact={contact} />), words(<ProviderPage view={providerPage} contact={contact} />)];
};
const mailsTo = async (email: string, subject: string) => (await db.select().from(outbox).where(like(outbox.subject, subject))).filter((mail) => mail.to === email);
const whoChanged = async (subject: string) =>
  (await db.select().from(auditEvents).where(like(auditEvents.subject, subject))).filter(({ type }) => type === "mark.changed").map(({ actor, data }) => [actor, data]);

describe("neither phone nor e-mail", () => {
  let marshEnd: Provider;
  let mark: { id: string; code: string };
  const rang = (worked: boolean) => checkContact(db, stage, world.actors.moira!, { organisationId: marshEnd.organisationId, route: "phone", worked });

  beforeAll(async () => {
    marshEnd = await world.join(groups.marshEnd!);
    mark = await scheme.holds(marshEnd, RC);
    to("2026-03-03T10:00:00Z");
    await world.testContact(marshEnd, world.actors.sunil!);
  });

  test("P10: the e-mail bounces hard and the phone answers: the same day it is said to be being checked, the phone comes first, nothing is suspended", async () => {
    to("2026-06-08T08:00:00Z");
    for (const page of await pages(mark.code)) expect(page).not.toContain("being checked");
    expect(await contactBounced(db, stage, bounce, { slug: marshEnd.slug, kind: "hard" })).toEqual({ ok: true, broken: true });
    done(await rang(true));
    await sweepAt("2026-06-08T08:05:00Z");
    for (const page of await pages(mark.code)) {
      expect(page).toContain("Email being checked: it did not work on 8 Jun");
      expect(page.indexOf("07700 900142")).toBeLessThan(page.indexOf("hello@marshend.example"));
    }
    await sweepAt("2026-06-30T08:05:00Z");
    expect(await standing(mark.code)).toMatchObject({ status: "live" });
    expect(await mailsTo(marshEnd.admin.email, "Your email for referrals%")).toHaveLength(1);
  });

  test("P11: both from Monday: suspended on the next Monday at nine, by a rule; back the same day that one of them works, with nobody to confirm it", async () => {
    to("2026-07-06T08:00:00Z");
    done(await contactBounced(db, stage, bounce, { slug: marshEnd.slug, kind: "hard" }));
    done(await rang(false));
    await sweepAt("2026-07-13T07:59:59Z");
    expect(await standing(mark.code)).toMatchObject({ status: "live" });
    await sweepAt("2026-07-13T08:00:00Z");
    await sweepAt("2026-07-13T08:05:00Z");
    expect(await standing(mark.code)).toMatchObject({ status: "suspended", reasonClass: "cannot_be_reached", since: "2026-07-13" });
    const { mark: answer, provider, markPage, providerPage } = await seen(mark.code);
    expect([answer.status, provider.mark_suspended, provider.marks[0]?.status]).toEqual(["suspended", true, "suspended"]);
    for (const page of [markPage, providerPage]) expect(JSON.stringify(page)).toContain("they cannot be reached");
    expect(JSON.stringify((await seen(mark.code, "cy")).markPage)).not.toContain("they cannot be reached");

    to("2026-07-14T09:00:00Z");
    expect(await testHolder(db, stage, world.actors.devon!, { code: mark.code, route: "phone", worked: true })).toEqual({ ok: false, why: "wrong_role" });
    expect(await testHolder(db, stage, marshEnd.admin, { code: mark.code, route: "phone", worked: true })).toEqual({ ok: false, why: "wrong_role" });
    done(await testHolder(db, stage, world.actors.moira!, { code: mark.code, route: "phone", worked: true }));
    expect(await standing(mark.code)).toMatchObject({ status: "live", since: "2026-07-14" });
    expect((await heldMark(db, world.actors.moira!, mark.code, stage.now()))!.events).toMatchObject([
      { kind: "suspend", proposed: { by: null }, confirmed: { by: null } },
      { kind: "reinstate", proposed: { by: null } },
    ]);
    expect(await whoChanged(mark.id)).toEqual([
      ["system:contact check", { kind: "suspend" }],
      ["system:contact check", { kind: "reinstate" }],
    ]);
    expect((await mailsTo(marshEnd.admin.email, "The mark for Referral capacity is suspended"))[0]!.text).toContain(
      "Neither your phone nor your email has worked for five full working days.",
    );
  });

  test("a test that is recorded on a case lifts it with the next sweep", async () => {
    to("2026-08-03T08:00:00Z");
    done(await rang(false));
    await sweepAt("2026-08-10T08:00:00Z");
    expect(await standing(mark.code)).toMatchObject({ status: "suspended" });
    done(await rang(true));
    await sweepAt("2026-08-10T09:05:00Z");
    expect(await standing(mark.code)).toMatchObject({ status: "live" });
  });
});

describe("one more thing to show", () => {
  let indoorsOnly: Provider;
  let home: { id: string; code: string };

  beforeAll(async () => {
    to("2026-08-10T10:00:00Z");
    indoorsOnly = await world.join({ ...indoors, key: "indoors", name: "Indoors", contact: { name: "Ida Indoors", title: "manager" } });
    home = await scheme.holds(indoorsOnly, LW);
  });

  test("P14: home visits begin: LW-3.3 is due in 28 days, the pages say what is not covered yet, and the mark is live; not shown, it is reviewed", async () => {
    to("2026-09-01T10:00:00Z");
    const state = (visits: boolean) => stateFacts(db, stage, indoorsOnly.admin, indoorsOnly.organisationId, { home_visits: visits });
    done(await state(true));
    await askTopUpsOf(db, stage, indoorsOnly.organisationId);
    await sweepAt("2026-09-01T10:05:00Z");
    const said = "Home visits not yet covered by this mark";
    const { mark, provider } = await seen(home.code);
    expect(MarkAnswer.parse(mark)).toMatchObject({ status: "live", in_force: true, not_covered: [{ criterion: "LW-3.3", statement: said }] });
    expect(provider.marks[0]?.not_covered).toEqual(mark.not_covered);
    for (const page of await pages(home.code)) expect(page).toContain(`${said}.`);
    expect(JSON.stringify((await seen(home.code, "cy")).markPage)).toContain("Ymweliadau â chartrefi heb eu cynnwys");
    const [mail, ...more] = await mailsTo(indoorsOnly.admin.email, "One more thing to show%");
    expect([mail!.text, more.length]).toEqual([expect.stringMatching(/LW-3\.3[\s\S]*by 29 September 2026/), 0]);

    done(await state(false));
    await sweepAt("2026-09-02T10:00:00Z");
    expect((await seen(home.code)).mark.not_covered, "it was a slip").toEqual([]);
    done(await state(true));
    await sweepAt("2026-09-02T11:00:00Z");
    await sweepAt("2026-09-30T22:59:59Z");
    expect(await standing(home.code)).toMatchObject({ status: "live" });
    await sweepAt("2026-09-30T23:00:00Z");
    await sweepAt("2026-09-30T23:05:00Z");
    expect(await standing(home.code)).toMatchObject({ status: "under_review", inForce: true });
    expect(await mailsTo(world.actors.moira!.email, "Not shown in time: Indoors")).toHaveLength(1);
    await sweepAt("2026-11-20T12:00:00Z");
    expect(await standing(home.code), "people decide what follows").toMatchObject({ status: "under_review" });

    const { toShow, mayRecord } = (await heldMark(db, world.actors.moira!, home.code, stage.now()))!;
    expect([toShow, mayRecord]).toMatchObject([[{ criterion: "LW-3.3", state: "overdue", lastDay: "2026-09-30" }], true]);
    const shown = { code: home.code, topUpId: toShow[0]!.id, note: "Their check-in log for October, seen on a call." };
    expect(await showTopUp(db, stage, world.actors.devon!, shown)).toEqual({ ok: false, why: "wrong_role" });
    expect(await showTopUp(db, stage, indoorsOnly.admin, shown)).toEqual({ ok: false, why: "wrong_role" });
    expect(await showTopUp(db, stage, world.actors.sunil!, shown)).toBeUndefined();
    expect(await showTopUp(db, stage, world.actors.moira!, { ...shown, note: "Seen." })).toEqual({ ok: false, why: "reason_short" });
    done(await showTopUp(db, stage, world.actors.moira!, shown));
    expect(await showTopUp(db, stage, world.actors.moira!, shown)).toBeUndefined();
    await sweepAt("2026-11-20T12:05:00Z");
    expect([await standing(home.code), (await seen(home.code)).mark.not_covered]).toMatchObject([{ status: "live" }, []]);
  });
});
