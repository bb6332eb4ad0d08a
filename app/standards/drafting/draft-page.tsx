import { paths } from "~/platform/paths";
import { ChangedWordsKey } from "~/ui/changed-words";
import { Moment } from "~/ui/date";
import { Details } from "~/ui/details";
import { AddToList } from "./add-to-list";
import { changeTypeWords } from "./change-type-words";
import type { Differing } from "./differences";
import { DifferingItem } from "./differing-item";
import type { ToList } from "./to-list";
import { editWords, fileWords } from "./words";

type Of = { id: string; writable: boolean };

/** What is said otherwise than in the version before, with the words marked that came and went. */
export const Differences = ({ id, writable, differing }: Of & { differing: readonly Differing[] }) => (
  <section aria-labelledby="different">
    <h2 id="different">What is different</h2>
    <p>{differing.length === 0 ? "Nothing yet." : <ChangedWordsKey />}</p>
    {differing.map((each) => (
      <DifferingItem key={each.id ?? ""} {...each} href={writable && each.kind !== "retired" ? (each.id ? paths.draftCriterion(id, each.id) : paths.draftHead(id)) : undefined} />
    ))}
  </section>
);

export type ListedChange = { type: string; about: string; what: string; touched: string | undefined };

/** The list of changes that is published with the version, and whose open work each one touches. */
export const ChangeList = ({ id, writable, changes, toList }: Of & { changes: readonly ListedChange[]; toList: readonly ToList[] }) => (
  <section aria-labelledby="changes">
    <h2 id="changes">The list of changes</h2>
    <p>It is published with the version. It tells every group what becomes of the answers it has given.</p>
    {toList.length > 0 && (
      <>
        <p>Different, and not on the list yet:</p>
        <ul>
          {toList.map((each) => (
            <li key={each.criterion ?? ""}>
              {each.criterion ?? "The standard as a whole"}
              {each.words && ` (${each.words})`}
              {writable && (
                <>
                  {": "}
                  <AddToList draftId={id} toList={each}>{`add ${each.criterion ?? "it"} to the list`}</AddToList>
                </>
              )}
            </li>
          ))}
        </ul>
      </>
    )}
    {changes.map(({ type, about, what, touched }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a change has no name but its place.
      <div key={at}>
        <h3>
          {changeTypeWords[type as keyof typeof changeTypeWords] ?? "A change of no kind yet"}
          {about && `: ${about}`}
        </h3>
        <p>{what || "It does not say yet what is different."}</p>
        {touched && <p>Touches {touched}.</p>}
        {writable && (
          <p>
            <a href={paths.draftChange(id, String(at + 1))}>Change or take out number {at + 1}</a>
          </p>
        )}
      </div>
    ))}
    {writable && (
      <p>
        <a href={paths.draftChange(id, "new")}>Add to the list</a>, or <a href={paths.draftChange(id, "sunset")}>say how long the version before may still be sent in</a>
      </p>
    )}
  </section>
);

export type FaultLine = { file: string; line: number; message: string };

/** What has to be put right before anyone is asked, each with the way to it. `listing`: there is something to put on the list of changes. */
export const Faults = ({ id, writable, faults, listing }: Of & { faults: readonly FaultLine[]; listing: boolean }) => (
  <section aria-labelledby="faults">
    <h2 id="faults">To be put right</h2>
    {faults.length === 0 ? (
      <p>{listing ? "Only what is not on the list of changes yet." : "Nothing."}</p>
    ) : (
      <ul>
        {faults.map(({ file, line, message }) => (
          <li key={`${file}:${line}:${message}`}>
            {writable ? <a href={fileHref(id, file)}>{fileWords(file)}</a> : fileWords(file)}, line {line}: {message}
          </li>
        ))}
      </ul>
    )}
  </section>
);

function fileHref(id: string, file: string) {
  if (file === "standard.yaml") return paths.draftHead(id);
  if (file === "changes.yaml") return paths.draftChange(id, "1");
  return paths.draftCriterion(id, fileWords(file));
}

/** Every file of the draft, to be opened. */
export const Parts = ({ id, criteria }: { id: string; criteria: readonly { id: string; title: string }[] }) => (
  <section aria-labelledby="write">
    <h2 id="write">Write</h2>
    <ul>
      <li>
        <a href={paths.draftHead(id)}>The standard as a whole</a>: title, sections, the numbers of its scoring
      </li>
      {criteria.map((each) => (
        <li key={each.id}>
          <a href={paths.draftCriterion(id, each.id)}>
            {each.id} {each.title}
          </a>
        </li>
      ))}
      <li>
        <a href={paths.draftCriterion(id, "new")}>Add a criterion</a>
      </li>
    </ul>
  </section>
);

export type SaidEdit = { id: string; name: string; path: string | null; by: string; at: Date };

/** Who did what, the newest first. */
export const History = ({ edits }: { edits: readonly SaidEdit[] }) => (
  <Details summary="Who did what">
    <ul>
      {edits.map(({ id, name, path, by, at }) => (
        <li key={id}>
          <Moment at={at.toISOString()} />: {by} {editWords(name, path)}
        </li>
      ))}
    </ul>
  </Details>
);
