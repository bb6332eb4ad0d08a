import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { Code } from "~/ui/layout";
import { Notification } from "~/ui/notification";
import { Pagination } from "~/ui/pagination";
import { Sentence } from "~/ui/sentence";
import { Table } from "~/ui/table";
import { CodeBox } from "./code-box";
import { mostEndpoints } from "./endpoint";
import type { EndpointLine, Followed, FollowedMark } from "./followed.server";
import { followerWords } from "./words/follower-words";

export type FollowingPageProps = { followed: Followed[]; page: number; pages: number; endpoints: EndpointLine[]; done: "followed" | "stopped" | null };

/** What somebody follows, and the addresses of their own system. */
export function FollowingPage({ followed, page, pages, endpoints, done }: FollowingPageProps) {
  const { t, at } = useWords(followerWords);
  return (
    <>
      {done && (
        <Notification tone="done">
          <p className="govuk-notification-banner__heading">{t(done)}</p>
        </Notification>
      )}
      <h1 className="govuk-heading-l">{t("title")}</h1>
      <p className="govuk-body-l">{t("lead")}</p>
      <Table
        caption={t("list.caption")}
        hideCaption
        columns={[{ heading: t("list.group") }, { heading: t("list.marks") }, { heading: t("list.what") }, { heading: t("list.change") }]}
        rows={followed.map(({ id, group, slug, standardKey, marks }) => ({
          id,
          cells: [
            <a key="group" href={at(paths.provider(slug))}>
              {group}
            </a>,
            <Marks key="marks" marks={marks} />,
            t(standardKey === null ? "list.all" : "list.one"),
            <StopForm key="stop" slug={slug} standardKey={standardKey} group={group} />,
          ],
        }))}
        empty={t("none")}
      />
      <Pagination page={page} pages={pages} href={(to) => paths.following(to)} of={t("of_pages")} />
      <h2 className="govuk-heading-m">{t("code.heading")}</h2>
      <CodeBox />
      <h2 className="govuk-heading-m">{t("systems.heading")}</h2>
      <p className="govuk-body">{t("systems.lead")}</p>
      {endpoints.length > 0 && (
        <Table
          caption={t("systems.caption")}
          hideCaption
          columns={[{ heading: t("systems.address") }, { heading: t("systems.state") }]}
          rows={endpoints.map(({ number, url, state }) => ({
            id: String(number),
            cells: [
              <a key="url" className="wm-signs" href={paths.endpoint(number)}>
                {url}
              </a>,
              t(`endpoint.state.${state}`),
            ],
          }))}
        />
      )}
      {endpoints.length < mostEndpoints && (
        <LinkButton href={paths.newEndpoint} tone="secondary">
          {t("systems.add")}
        </LinkButton>
      )}
    </>
  );
}

function Marks({ marks }: { marks: FollowedMark[] }) {
  const { t, at } = useWords(followerWords);
  return (
    <>
      {marks.map(({ code, standard, state }) => (
        <div key={code}>
          <Sentence
            of={t("list.mark", { state })}
            parts={{
              mark: (
                <a href={at(paths.mark(code))}>
                  {standard} <Code>{code}</Code>
                </a>
              ),
            }}
          />
        </div>
      ))}
    </>
  );
}

function StopForm({ slug, standardKey, group }: Pick<Followed, "slug" | "standardKey" | "group">) {
  const { t } = useWords(followerWords);
  return (
    <Form>
      {standardKey !== null && <input type="hidden" name="standard" value={standardKey} />}
      <Button name="stop" value={slug} tone="secondary" small>
        {t("list.stop_button")} <span className="govuk-visually-hidden">{t("list.stop_of", { group })}</span>
      </Button>
    </Form>
  );
}
