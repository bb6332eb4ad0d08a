import { paths } from "~/platform/paths";
import type { ToList } from "./to-list";

/** The way to the form that puts it on the list of changes, filled in as far as it can be. */
export const AddToList = ({ draftId, toList: { criterion, type }, children }: { draftId: string; toList: ToList; children: string }) => (
  <a href={paths.draftChangeAbout(draftId, { ...(criterion !== undefined && { criterion }), ...(type && { type }) })}>{children}</a>
);
