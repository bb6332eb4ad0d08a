import { canBeDrawn, hasWords } from "~/evidence/file-kinds";
import { paths } from "~/platform/paths";
import { Details } from "~/ui/details";
import type { ShownFile } from "./desk";

/**
 * A photo to look at, or the words of a file, where they stand. Nothing of the file runs here: a picture is drawn as one, words are text. Fetched only when opened;
 * without scripts the words open on a page of their own. Nothing for other kinds of files, and for one that is locked or gone.
 */
export function FilePreview({ file: { id, name, kind, state }, title = name }: { file: ShownFile; title: string | undefined }) {
  if (state.locked || state.removedOn) return null;
  if (canBeDrawn(kind))
    return (
      <Details summary="Look at it here">
        <img className="wm-photo" src={paths.evidence(id)} alt={title} loading="lazy" />
      </Details>
    );
  if (!hasWords(kind)) return null;
  return (
    <Details summary="Read its words here">
      <p data-words>
        <a href={paths.evidenceWords(id)}>The words of {name}</a>, without its layout and pictures
      </p>
    </Details>
  );
}
