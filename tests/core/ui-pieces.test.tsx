import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { State } from "~/ui/answer";
import { Button, LinkButton } from "~/ui/button";
import { Source } from "~/ui/definition";
import { isWrong } from "~/ui/head";
import { Icon, type IconName, Posts } from "~/ui/icons";
import { Notification } from "~/ui/notification";
import { Pagination } from "~/ui/pagination";
import { problemOf } from "~/ui/problems";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import { TaskList } from "~/ui/task-list";
import { barOf, languageOfBar, WorkBar } from "~/ui/work-bar";

const html = renderToStaticMarkup;

test("a state differs in shape and edge as well as in words, and its shape is not read out", () => {
  const tones = (["live", "ask", "stop", "end"] as const).map((tone) => html(<State tone={tone} icon="post" label="The mark" headline="In force" />));
  expect(new Set(tones).size).toBe(4);
  for (const each of tones) expect(each).toMatch(/<svg[^>]*aria-hidden="true"/);
});

test("every shape is one of its own", () => {
  const names: IconName[] = ["post", "post-barred", "post-fallen", "post-missing", "post-asked", "door-open", "door-asked", "door-closed", "door-paused"];
  const drawn = names.map((name) => html(<Icon name={name} />).replaceAll(name, ""));
  expect(new Set(drawn).size).toBe(names.length);
});

test("as many posts are painted as the scale says", () => {
  for (const standing of [0, 1, 2, 3] as const) expect(html(<Posts standing={standing} />).match(/wm-posts__on/g) ?? []).toHaveLength(standing);
});

test("checked and told are two signs", () => {
  expect(html(<Source checked>We checked</Source>)).toContain("wm-source--checked");
  expect(html(<Source checked={false}>They told us</Source>)).not.toContain("wm-source--checked");
});

test("a table stays one where its rows become cards, and every cell can say its heading", () => {
  const table = html(<Table caption="Cases" columns={[{ heading: "Group" }, { heading: "Days left", numeric: true }]} rows={[{ id: "1", cells: ["Marsh End", 11] }]} />);
  expect(table).toContain('<th scope="row" role="rowheader" class="govuk-table__header">Marsh End</th>');
  expect(table).toMatch(/<td role="cell"[^>]*data-heading="Days left">11<\/td>/);
  expect(table.match(/role="row"/g)).toHaveLength(2);
});

test("an empty table says so in words", () => {
  expect(html(<Table caption="Cases" columns={[{ heading: "Group" }]} rows={[]} empty="Nothing waits for you." />)).toBe('<p class="govuk-body">Nothing waits for you.</p>');
});

test("a task that cannot be started is no link; what is done is plain words", () => {
  const list = html(
    <TaskList
      tasks={[
        { id: "a", title: "Say no safely", href: "/a", hint: "Two sentences so far", status: { words: "Half written", tone: "ask" } },
        { id: "b", title: "Phone and e-mail", href: "/b", status: "Done" },
        { id: "c", title: "Check and send", status: "Cannot start yet" },
      ]}
    />,
  );
  expect(list.match(/<a /g)).toHaveLength(2);
  expect(list).toContain('aria-describedby="a-hint a-status"');
  expect(list).toContain('aria-describedby="b-status"');
  expect(list.match(/wm-tag/g)).toHaveLength(2);
  expect(list).toMatch(/id="b-status">Done</);
});

test("a link to change something says what, to those who hear it alone", () => {
  const list = html(
    <SummaryList
      rows={[
        { term: "Name", value: "Pat", actions: [{ href: "/name", label: "Change", of: "your name" }] },
        { term: "Area", value: "Marsh End" },
      ]}
    />,
  );
  expect(list).toContain('Change<span class="govuk-visually-hidden"> your name</span>');
  expect(list).toContain("govuk-summary-list__row--no-actions");
});

test("pages of a list: none for one page, one way at the ends, both between", () => {
  const links = (page: number, pages: number) =>
    [...html(<Pagination page={page} pages={pages} of="groups" href={(to) => `?page=${to}`} />).matchAll(/href="([^"]+)"/g)].map((found) => found[1]);
  expect(links(1, 1)).toEqual([]);
  expect(links(1, 3)).toEqual(["?page=2"]);
  expect(links(2, 3)).toEqual(["?page=1", "?page=3"]);
  expect(links(3, 3)).toEqual(["?page=2"]);
});

test("only what was just done is announced", () => {
  expect(html(<Notification tone="done">Saved.</Notification>)).toContain('role="alert"');
  expect(html(<Notification>New version.</Notification>)).not.toContain('role="alert"');
});

test("a button sends its form unless told otherwise; a link stays a link", () => {
  expect(html(<Button>Save</Button>)).toBe('<button type="submit" class="govuk-button">Save</button>');
  expect(
    html(
      <Button tone="warning" name="move" value="withdraw" small>
        Withdraw
      </Button>,
    ),
  ).toBe('<button type="submit" class="govuk-button govuk-button--warning wm-button--small" name="move" value="withdraw">Withdraw</button>');
  expect(html(<LinkButton href="/next">Carry on</LinkButton>)).toBe('<a href="/next" class="govuk-button" draggable="false">Carry on</a>');
});

test("the bar says who is signed in, where they are, and signs out by a form", () => {
  const bar = html(
    <WorkBar
      name="Pat"
      language="en"
      switching={{ action: "/language", here: "/a?page=2" }}
      links={[
        { href: "/a", label: "Your questions", current: true },
        { href: "/b", label: "Room" },
      ]}
      signOut="/sign-out"
    />,
  );
  expect(bar).toContain('<a href="/a" aria-current="page">Your questions</a><a href="/b">Room</a>');
  expect(bar).toMatch(/Signed in as <\/span>Pat/);
  expect(bar).toContain('<form method="post" action="/sign-out">');
  expect(bar).toContain('<input type="hidden" name="to" value="/a?page=2"/><button type="submit" class="wm-link" name="language" value="cy" lang="cy">Cymraeg</button>');
});

test("a bar is found in what a loader returned, and nowhere else", () => {
  const bar = { name: "Pat", language: "cy", links: [] };
  expect([languageOfBar({ bar }), languageOfBar(undefined)]).toEqual(["cy", "en"]);
  expect(barOf({ bar, more: 1 })).toEqual(bar);
  for (const data of [undefined, null, "bar", {}, { bar: "Pat" }, { bar: { name: "Pat" } }]) expect(barOf(data)).toBeUndefined();
});

test("an answer is wrong when it has errors, and there are some", () => {
  expect(isWrong({ errors: { email: "Enter an e-mail address" } })).toBe(true);
  for (const answer of [undefined, null, "errors", {}, { errors: {} }, { errors: undefined }]) expect(isWrong(answer)).toBe(false);
});

test("every refusal has words of its own that say what became of it and what to do next", () => {
  const statuses = [400, 403, 404, 405, 409, 413, 429, 500, 503];
  const problems = statuses.map((status) => problemOf(status));
  expect(new Set(problems.map(({ title }) => title)).size).toBe(statuses.length);
  for (const { title, what, next } of problems) expect(`${title}. ${what} ${next}`).not.toMatch(/fail|invalid|forbidden|illegal|oops|!/i);
  expect(problemOf(418)).toEqual(problemOf(400));
  expect(problemOf(502)).toEqual(problemOf(500));
});
