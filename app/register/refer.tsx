import { formatShortDay } from "~/ui/dates";
import { Definition, Source } from "~/ui/definition";
import { classes } from "~/ui/form";
import { Box } from "~/ui/layout";
import { type Contact, type ReferView, sentences, type ToldRow } from "./refer-view";

/** How to reach them and send somebody: what works first, with what we tried ourselves. */
export const HowToRefer = ({ refer: { contacts, steps }, undated = false }: { refer: ReferView; undated?: boolean }) => (
  <Definition term="How to refer">
    {contacts.map((contact) => (
      <Reach key={contact.route} contact={contact} />
    ))}
    {contacts.length === 0 && "They have not given a phone number or an email address."}
    {steps && (
      <>
        {sentences(steps.lines)} {!undated && <Told on={steps.on} />}
      </>
    )}
  </Definition>
);

/** One thing they told us. `undated` where the day of all of it is said once, above. */
export const Row = ({ row, undated = false }: { row: ToldRow; undated?: boolean }) => (
  <Definition term={row.term} heed={row.heed}>
    {sentences(row.lines)} {!undated && <Told on={row.on} />}
  </Definition>
);

/** Above the fold on every page about somebody who may be sent: a person in danger needs something else. */
export const Crisis = ({ lines, service = false }: { lines: string[]; service?: boolean }) => (
  <Box tone="warn">
    <p>
      <strong>{service ? "Help in a crisis only in the hours they give." : "Not a crisis service."}</strong> {lines.join(" ")}
    </p>
  </Box>
);

function Reach({ contact: { route, shown, href, told, check } }: { contact: Contact }) {
  const phone = route === "phone";
  return (
    <div>
      {phone ? "Ring " : "Email "}
      <a href={href} className={classes(phone && "wm-tel") || undefined}>
        {shown}
      </a>{" "}
      {check?.worked === false && <strong>Being checked: it did not work on {formatShortDay(check.on)}. </strong>}
      {check?.worked === true ? <Source checked>We checked {formatShortDay(check.on)}</Source> : <Told on={told} />}
    </div>
  );
}

export const Told = ({ on, what = "" }: { on: string; what?: string }) => (
  <Source checked={false}>
    They told us {what} {formatShortDay(on)}
  </Source>
);

/** Our own number, to be rung. */
export const RingUs = ({ contact: { phone } }: { contact: { phone: string } }) => (
  <a className="wm-tel" href={`tel:${phone.replace(/\s/g, "")}`}>
    {phone}
  </a>
);
