import { listed } from "~/evidence/finding-words";
import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Details } from "~/ui/details";
import { Form } from "~/ui/form";
import type { ShownFile } from "./desk";

export const lockIntent = "lock_file";

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
      {lock && (
        <Details summary="It has personal details in it">
          <p>Nobody will be able to open it from now on, you neither. The group is told to replace it. This cannot be undone.</p>
          <Form action={paths.case(lock.caseId)}>
            <input type="hidden" name="intent" value={lockIntent} />
            <input type="hidden" name="file" value={file.id} />
            <input type="hidden" name="criterion" value={lock.criterion} />
            <Button tone="secondary" small>
              {`This contains personal details: lock ${file.name}`}
            </Button>
          </Form>
        </Details>
      )}
    </>
  );
}
