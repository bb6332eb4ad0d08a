import { useWords } from "~/platform/language";
import { Moment } from "~/ui/date";
import { Sentence } from "~/ui/sentence";
import { captureWords } from "./capture-words";
import type { LibraryLink } from "./library.server";
import { Uses } from "./library-page";
import { evidenceWords } from "./words/evidence-words";

/** The web pages a group shows, written out, each with whether we have kept it as it was. */
export function LinksShown({ links }: { links: readonly LibraryLink[] }) {
  const { t } = useWords(evidenceWords);
  if (links.length === 0) return <p>{t("library.links.none")}</p>;
  return (
    <ul className="wm-tidy">
      {links.map(({ url, uses, capture }) => (
        <li key={url}>
          <strong className="wm-copy__line">{url}</strong>
          <br />
          {capture ? <Sentence of={t(`library.links.${captureWords(capture.outcome)}`)} parts={{ at: <Moment at={capture.at} /> }} /> : t("library.links.not_looked")}
          <Uses uses={uses} />
        </li>
      ))}
    </ul>
  );
}
