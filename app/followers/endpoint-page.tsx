import { statusNamesIn } from "~/marks/status-words";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button, ButtonGroup } from "~/ui/button";
import { formatMoment } from "~/ui/dates";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Code } from "~/ui/layout";
import { Notification } from "~/ui/notification";
import { Sentence } from "~/ui/sentence";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import { endpointMoveNames, mayMove } from "./endpoint";
import type { DeliveryLine, EndpointView } from "./followed.server";
import { SecretShown } from "./secret-shown";
import { followerWords } from "./words/follower-words";

export type EndpointPageProps = { endpoint: EndpointView; done: "tested" | "changed" | null; secret: string | null; errors: FieldErrors };

/** One address of somebody's own system: how it stands, what can be done with it, and what was sent to it. */
export function EndpointPage({ endpoint, done, secret, errors }: EndpointPageProps) {
  const { t, language } = useWords(followerWords);
  const { url, state, since, oldUntil } = endpoint;
  return (
    <>
      <BackLink href={paths.following()}>{t("follow.back")}</BackLink>
      <ErrorSummary errors={errors} />
      {done && (
        <Notification tone="done">
          <p className="govuk-notification-banner__heading">{t(`endpoint.${done}`)}</p>
        </Notification>
      )}
      <h1 className="govuk-heading-l">{t(secret ? "secret.title" : "endpoint.title")}</h1>
      {secret && <SecretShown secret={secret} overlaps />}
      <SummaryList
        rows={[
          { term: t("systems.address"), value: <span className="wm-signs">{url}</span> },
          { term: t("systems.state"), value: `${t(`endpoint.state.${state}`)}, ${t("endpoint.since", { at: formatMoment(since, language) })}` },
        ]}
      />
      <p className="govuk-body">{t(`endpoint.note.${state}`)}</p>
      {oldUntil && !secret && <p className="govuk-body">{t("endpoint.old_secret", { at: formatMoment(oldUntil, language) })}</p>}
      <Form>
        <ButtonGroup>
          {endpointMoveNames
            .filter((move) => mayMove(move, state))
            .map((move) => (
              <Button key={move} id={move} name="move" value={move} tone={move === "remove" ? "warning" : "secondary"}>
                {t(`endpoint.move.${move}`)}
              </Button>
            ))}
        </ButtonGroup>
      </Form>
      <h2 className="govuk-heading-m">{t("deliveries.heading")}</h2>
      <Deliveries lines={endpoint.deliveries} />
    </>
  );
}

function Deliveries({ lines }: { lines: DeliveryLine[] }) {
  const { t, language } = useWords(followerWords);
  return (
    <>
      <Table
        caption={t("deliveries.caption")}
        hideCaption
        columns={(["what", "when", "went", "next"] as const).map((name) => ({ heading: t(`deliveries.${name}`) }))}
        rows={lines.map((line) => ({
          id: line.id,
          cells: [
            <What key="what" of={line} />,
            formatMoment(line.madeAt, language),
            <Went key="went" of={line} />,
            line.nextTryAt ? formatMoment(line.nextTryAt, language) : t("deliveries.no_more"),
          ],
        }))}
        empty={t("deliveries.none")}
      />
      <p className="govuk-hint">{t("deliveries.kept")}</p>
    </>
  );
}

function What({ of: { about } }: { of: DeliveryLine }) {
  const { t, at, language } = useWords(followerWords);
  if (!about) return t("deliveries.test");
  const { code, group, status } = about;
  const mark = (
    <a href={at(paths.mark(code))}>
      <Code>{code}</Code>
    </a>
  );
  return <Sentence of={t("deliveries.change", { group, status: statusNamesIn(language)[status] })} parts={{ mark }} />;
}

function Went({ of: { outcome, httpStatus, tries, lastTriedAt } }: { of: DeliveryLine }) {
  const { t, language } = useWords(followerWords);
  return (
    <>
      {t(`deliveries.outcome.${outcome ?? "waits"}`, { http: httpStatus ?? "" })}
      {tries > 0 && (
        <>
          <br />
          {t("deliveries.tries", { count: tries })}
          {lastTriedAt && `, ${formatMoment(lastTriedAt, language)}`}
        </>
      )}
    </>
  );
}
