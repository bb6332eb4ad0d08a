import { listed } from "~/evidence/finding-words";
import type { ShownFile } from "./desk";
import { LockLink } from "./lock-link";

/** What a reader is told of a file, and the way to lock it. */
export function FileFlags({ file, lock }: { file: ShownFile; lock: { caseId: string; criterion: string } | undefined }) {
  const { state } = file;
  return (
    <>
      {state.findings.length > 0 && (
        <p className="wm-small">
          It may have {listed(state.findings)} in it.{" "}
          {state.confirmed ? "The group looked, and says that there are no personal details." : "The group has not said that it looked."}
        </p>
      )}
      {!state.scanned && <p className="wm-small">Not checked for viruses.</p>}
      {lock && <LockLink {...lock} what={file.id} of={file.name} />}
    </>
  );
}
