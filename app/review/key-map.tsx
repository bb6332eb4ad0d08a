import { useNonce } from "~/platform/nonce";
import { ButtonGroup } from "~/ui/button";
import type { RatingKey } from "./rating-keys";

/** The keys of a page, and the script that makes them work. Without the script it stays hidden: it would promise what is not so. Can be switched off, as speech input and slips of a finger need it. */
export function KeyMap({ keys }: { keys: readonly RatingKey[] }) {
  return (
    <section id="keys" className="wm-keys" tabIndex={-1} aria-labelledby="keys-heading" hidden>
      <h2 className="wm-h" id="keys-heading">
        Keys
      </h2>
      <ul>
        {keys.map(({ does, keys: each, words }) => (
          <li key={does} data-does={does} data-keys={each.join(" ")}>
            {each.map((one, place) => (
              <kbd key={one}>{place === 0 ? one : ` ${one}`}</kbd>
            ))}{" "}
            {words}
          </li>
        ))}
      </ul>
      <p role="status" />
      <ButtonGroup>
        <button type="button" className="govuk-button govuk-button--secondary">
          Switch these keys off
        </button>
      </ButtonGroup>
      <script type="module" src="/rating-keys.js" nonce={useNonce()} />
    </section>
  );
}
