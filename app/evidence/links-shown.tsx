import { Moment } from "~/ui/date";
import { captureWords } from "./capture-words";
import type { LibraryLink } from "./library.server";
import { Uses } from "./library-page";

/** The web pages a group shows, written out, each with whether we have kept it as it was. */
export function LinksShown({ links }: { links: readonly LibraryLink[] }) {
  if (links.length === 0) return <p>You have not shown a web page yet.</p>;
  return (
    <ul className="wm-tidy">
      {links.map(({ url, uses, capture }) => (
        <li key={url}>
          <strong className="wm-copy__line">{url}</strong>
          <br />
          {capture ? (
            <>
              {captureWords(capture.outcome)} <Moment at={capture.at} />.
            </>
          ) : (
            "Not looked at yet."
          )}
          <Uses uses={uses} />
        </li>
      ))}
    </ul>
  );
}
