import type { FoundMark } from "~/marks/found-mark";
import type { MarkStatus } from "~/marks/mark";
import { statusOf } from "~/marks/status";
import { statusWords } from "~/marks/status-words";
import { londonDay } from "~/platform/calendar";
import type { Letter } from "~/platform/mail";
import { paths } from "~/platform/paths";
import { inLanguage, type Language } from "~/platform/words";
import type { EndpointState } from "./endpoint";
import { followerWords } from "./words/follower-words";

type Told = { subject: string; body: Letter };
type Changed = { mark: FoundMark; previous: MarkStatus | null; status: MarkStatus; at: Date };

/** To a follower: the sentences of the mark's own page as they were from that moment on, and nothing else. Neutral fixed words: no reason beyond the classes that the page has. */
export function changeMail({ mark, previous, at }: Changed, name: string, origin: string, language: Language): Told {
  const t = followerWords(language);
  const { holder, facts } = mark;
  const standing = statusOf(facts, at);
  const said = statusWords({ holder, facts, standing }, londonDay(at), language);
  const values = { provider: holder.name, standard: holder.standard.title };
  return {
    subject: t(previous === null ? "mail.awarded.subject" : "mail.change.subject", values),
    body: {
      greeting: t("mail.hello", { name }),
      paragraphs: [said.statement, ...(previous === null ? [] : [said.note]), t("mail.change.page"), t("mail.change.why", { ...values, stop: origin + paths.following() })],
      action: { words: t("mail.change.action"), url: inLanguage(origin + paths.mark(mark.code), language) },
      signature: "Waymark",
    },
  };
}

/** To the owner of an endpoint that does not take what is sent to it, or has said that it is gone. Once each time. */
export function endpointMail(
  state: Extract<EndpointState, "failing" | "gone">,
  { number, url, name }: { number: number; url: string; name: string },
  origin: string,
  language: Language,
): Told {
  const t = followerWords(language);
  return {
    subject: t(`mail.${state}.subject`, { host: new URL(url).host }),
    body: {
      greeting: t("mail.hello", { name }),
      paragraphs: [t(`mail.${state}.what`, { url }), t(`mail.${state}.so`), t("mail.still")],
      action: { words: t("mail.endpoint_action"), url: origin + paths.endpoint(number) },
      signature: "Waymark",
    },
  };
}
