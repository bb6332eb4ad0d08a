import { useWords } from "~/platform/language";
import { formatShortDay } from "~/ui/dates";
import { Definition, Source } from "~/ui/definition";
import { Box } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { type Contact, type ReferView, sentences, type ToldRow } from "./refer-view";
import { registerWords } from "./words/register-words";

/** How to reach them and send somebody: what works first, with what we tried ourselves. */
export function HowToRefer({ refer: { contacts, steps }, undated = false }: { refer: ReferView; undated?: boolean }) {
  const { t } = useWords(registerWords);
  return (
    <Definition term={t("refer.rows.how")}>
      {contacts.map((contact) => (
        <Reach key={contact.route} contact={contact} />
      ))}
      {contacts.length === 0 && t("refer.no_contact")}
      {steps && (
        <>
          {sentences(steps.lines)} {!undated && <Told on={steps.on} />}
        </>
      )}
    </Definition>
  );
}

/** One thing they told us. `undated` where the day of all of it is said once, above. */
export const Row = ({ row, undated = false }: { row: ToldRow; undated?: boolean }) => (
  <Definition term={row.term} heed={row.heed}>
    {sentences(row.lines)} {!undated && <Told on={row.on} />}
  </Definition>
);

/** Above the fold on every page about somebody who may be sent: a person in danger needs something else. */
export function Crisis({ lines, service = false }: { lines: string[]; service?: boolean }) {
  const { t } = useWords(registerWords);
  return (
    <Box tone="warn">
      <p>
        <strong>{t(service ? "refer.crisis.hours" : "refer.crisis.not")}</strong> {lines.join(" ")}
      </p>
    </Box>
  );
}

function Reach({ contact: { route, shown, href, told, check } }: { contact: Contact }) {
  const { t, language } = useWords(registerWords);
  const to = (
    <a href={href} className={route === "phone" ? "wm-tel" : undefined}>
      {shown}
    </a>
  );
  return (
    <div>
      <Sentence of={t(`refer.${route}`)} parts={{ to }} />{" "}
      {check?.worked === false && <strong>{t(`refer.did_not_work.${route}`, { on: formatShortDay(check.on, language) })} </strong>}
      {check?.worked === true ? <Source checked>{t("refer.we_checked", { on: formatShortDay(check.on, language) })}</Source> : <Told on={told} />}
    </div>
  );
}

/** `all`: of everything that follows. */
export function Told({ on, all = false }: { on: string; all?: boolean }) {
  const { t, language } = useWords(registerWords);
  return <Source checked={false}>{t(all ? "refer.told_all" : "refer.told", { on: formatShortDay(on, language) })}</Source>;
}

/** Our own number, to be rung. */
export const RingUs = ({ contact: { phone } }: { contact: { phone: string } }) => (
  <a className="wm-tel" href={`tel:${phone.replace(/\s/g, "")}`}>
    {phone}
  </a>
);
