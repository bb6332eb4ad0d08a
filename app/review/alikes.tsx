import type { LookAlike } from "~/accounts/look-alikes/look-alike";

const likenessWords: Record<LookAlike["likeness"], string> = {
  same: "The same name",
  looks_same: "Reads the same",
  near: "A letter or two apart",
};

/** That other groups could be taken for this one: whoever decides makes sure that it is the right one. */
export const Alikes = ({ alikes }: { alikes: readonly LookAlike[] }) => (
  <>
    <h2 className="govuk-heading-m">A name that could be taken for another’s</h2>
    <p>Make sure that this is the group you mean: by its area and its registered number, never by its name alone.</p>
    <ul className="wm-tidy">
      {alikes.map(({ id, name, area, identifiers, likeness, sameArea }) => (
        <li key={id}>
          <strong>{name}</strong>, {area}
          {identifiers.length > 0 ? ` (${identifiers.join(", ")})` : " (no registered number)"}. {likenessWords[likeness]}
          {sameArea && ", and in the same area"}.
        </li>
      ))}
    </ul>
  </>
);
