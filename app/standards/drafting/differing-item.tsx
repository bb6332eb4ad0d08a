import { useWords } from "~/platform/language";
import { ChangedWords } from "~/ui/changed-words";
import { Definition, Definitions } from "~/ui/definition";
import { OwnText } from "../own-text";
import { langWithin } from "../translation/lang-within";
import { standardsWords } from "../words/standards-words";
import type { Differing } from "./differences";

/** What a draft says otherwise of one criterion, or of itself. A draft is in English. `href`: where an editor changes it. */
export function DifferingItem({ id, title, kind, differences, href }: Differing & { href?: string | undefined }) {
  const { t, language } = useWords(standardsWords);
  return (
    <>
      <h3>
        {id === undefined ? (
          t("consultation.head")
        ) : (
          <>
            {id} <OwnText textIn="en">{title}</OwnText>
          </>
        )}
      </h3>
      {kind !== "changed" && <p>{t(`consultation.kind.${kind}`)}</p>}
      {differences.length > 0 && (
        <Definitions layout="stack">
          {differences.map(({ label, words }) => (
            <Definition key={label} term={label}>
              <ChangedWords words={words} lang={langWithin("en", language)} />
            </Definition>
          ))}
        </Definitions>
      )}
      {href && (
        <p>
          <a href={href}>Change {id ?? "the standard as a whole"}</a>
        </p>
      )}
    </>
  );
}
