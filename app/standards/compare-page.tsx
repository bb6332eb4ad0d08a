import { Fragment } from "react";
import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Definition, Definitions } from "~/ui/definition";
import { Prose } from "~/ui/layout";
import { changeWords } from "./change-words";
import type { ComparedChange, Piece, Word } from "./compare";
import { fieldNames } from "./field-words";

type ShownChange = Omit<ComparedChange, "pieces" | "compliance_months"> & { compliance_months?: number | undefined; pieces: (Piece & { words: Word[] })[] };
type Shown = { standard: string; title: string; from: string; to: string; changes: ShownChange[] };

/** What is different between two versions: every change with its reason and what it asks of people, and its text with the words marked that came and went. */
export function ComparePage({ standard, title, from, to, changes }: Shown) {
  return (
    <Prose>
      <BackLink href={paths.standard(standard)}>All versions</BackLink>
      <h1 className="govuk-heading-l">
        {title}: what is different between {from} and {to}
      </h1>
      {changes.length === 0 ? (
        <p>Nothing. They are the same.</p>
      ) : (
        <p>
          Words that were added are marked <ins className="wm-added">like this</ins>, and words that were removed <del className="wm-removed">like this</del>. Everything else
          stayed.
        </p>
      )}
      <Definitions>
        <Definition term="The whole text">
          <a href={paths.standardVersion(standard, from)}>{from}</a> and <a href={paths.standardVersion(standard, to)}>{to}</a>
        </Definition>
        <Definition term="For machines">
          <a href={paths.standardComparisonJson(standard, from, to)}>The same as JSON</a>
        </Definition>
      </Definitions>
      {[...new Set(changes.map(({ version }) => version))].map((version) => (
        <section key={version} aria-labelledby={`in-${version}`}>
          <h2 id={`in-${version}`}>What {version} changed</h2>
          {changes
            .filter((change) => change.version === version)
            .map((change) => (
              <Change key={`${change.type} ${change.criteria.join(" ")}`} {...change} />
            ))}
        </section>
      ))}
    </Prose>
  );
}

function Change({ type, criteria, successors, what, reason, what_to_do, compliance_months, pieces }: ShownChange) {
  const named = criteria.join(", ") + (successors.length > 0 ? ` becomes ${successors.join(" and ")}` : "");
  return (
    <section>
      <h3 className="govuk-heading-s">
        {named && `${named}: `}
        {changeWords[type]}
      </h3>
      <p>{what}</p>
      <Definitions>
        <Definition term="Why">{reason}</Definition>
        <Definition term="What you need to do">{what_to_do}</Definition>
        {compliance_months !== undefined && <Definition term="A mark in force has">{compliance_months} months to show it</Definition>}
        {pieces.map((piece) => (
          <Definition
            key={`${piece.criterion} ${piece.field}`}
            term={(criteria.length + successors.length > 1 ? `${piece.criterion}: ` : "") + (piece.field === "scoring" ? "Rules" : fieldNames[piece.field])}
          >
            <Words words={piece.words} />
          </Definition>
        ))}
      </Definitions>
    </section>
  );
}

/** One text, with what came and went marked: with an edge or a line through it, and in words for who cannot see either. */
function Words({ words }: { words: Word[] }) {
  return (
    <span className="wm-words">
      {words.map(({ text, is }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words never change places
        <Fragment key={at}>
          {is === "same" && text}
          {is === "added" && (
            <ins className="wm-added">
              <span className="govuk-visually-hidden">added: </span>
              {text}
            </ins>
          )}
          {is === "removed" && (
            <del className="wm-removed">
              <span className="govuk-visually-hidden">removed: </span>
              {text}
            </del>
          )}
        </Fragment>
      ))}
    </span>
  );
}
