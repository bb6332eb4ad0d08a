import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Day } from "~/ui/date";
import type { TypedDate } from "~/ui/date-field";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import { Box, Prose } from "~/ui/layout";
import { Tag } from "~/ui/tag";
import { CommentsList } from "./comments-list";
import { ChangeList, Differences, Faults, History, Parts } from "./draft-page";
import type { DraftView } from "./draft-view.server";
import { MovesForm } from "./moves-form";
import { stateWords } from "./words";

type Props = { view: DraftView /** Whom each listed change touches, in its place. */; touched: readonly (string | undefined)[]; errors: FieldErrors; until: TypedDate | undefined };

/** The page of one draft: what is different, what it touches, what is left to do, and what can be done now. */
export function DraftWhole({ view: { draft, title, examined, newer, changes, criteria, edits, comments, moves }, touched, errors, until }: Props) {
  const { id, key, version, state, consultationEndsOn } = draft;
  const writable = state === "draft";
  const listed = changes.map(({ type = "", criteria: about = [], successors = [], what = "" }, at) => ({
    type,
    about: [about.join(", "), successors.length > 0 ? `→ ${successors.join(", ")}` : ""].filter(Boolean).join(" "),
    what,
    touched: touched[at],
  }));
  return (
    <Prose>
      <BackLink href={paths.standardsDesk}>Standards desk</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">
        {title} {version}
      </h1>
      <p>
        <Tag tone={stateWords[state].tone}>{stateWords[state].words}</Tag> Begun from {examined.base.version}.{" "}
        {state === "consultation" && consultationEndsOn && (
          <>
            <a href={paths.consultation(key, version)}>Readers may comment</a> until <Day day={consultationEndsOn} />.{" "}
          </>
        )}
        {state === "published" && <a href={paths.standardVersion(key, version)}>Read it as published</a>}
      </p>
      {newer && (
        <Box tone="warn">
          <p>
            {newer} was published since this draft was begun from {examined.base.version}. It cannot be published before it is <a href={paths.draftOnto(id)}>moved onto {newer}</a>.
            Nothing of it is lost.
          </p>
        </Box>
      )}
      <Differences id={id} writable={writable} differing={examined.differing} />
      <ChangeList id={id} writable={writable} changes={listed} toList={examined.toList} />
      {writable && <Faults id={id} writable={writable} faults={examined.checked.faults.filter(({ unsaid }) => !unsaid)} listing={examined.toList.length > 0} />}
      <MovesForm moves={moves} version={version} errors={errors} until={until} />
      {writable && <Parts id={id} criteria={criteria} />}
      {comments.length > 0 && (
        <section aria-labelledby="comments">
          <h2 id="comments">What readers said</h2>
          <CommentsList comments={comments} named />
        </section>
      )}
      <h2>Its files</h2>
      <p>
        <a href={paths.draftFiles(id)}>Download the files</a>: the folder <code>{`standards/${key}/${version}`}</code>, as a person would have written it.
        {state === "published" && " Put it there, so that files and database say the same."}
      </p>
      <History edits={edits} />
    </Prose>
  );
}
