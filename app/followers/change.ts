import type { MarkCode } from "~/marks/code";
import type { MarkStatus } from "~/marks/mark";
import { isInForce } from "~/marks/status";
import { paths } from "~/platform/paths";
import { instant } from "~/register/mark-answer";
import type { StatusChanged } from "~/register/public-shapes";

/** A change of status as followers are told of it. */
export type Change = { seq: number; code: string; previous: MarkStatus | null; status: MarkStatus; at: Date };

/** What an endpoint is sent: what has changed and where to ask what is so now. `origin` has no slash at its end. The same bytes on every try. */
export function changeEvent({ seq, code, previous, status, at }: Change, origin: string): StatusChanged {
  return {
    type: "mark.status_changed",
    timestamp: instant(at),
    data: {
      code: code as MarkCode,
      status,
      in_force: isInForce(status),
      previous_status: previous,
      sequence: seq,
      page: origin + paths.mark(code),
      mark: origin + paths.markJson(code),
    },
  };
}

/** What a test sends: nothing has happened. */
export const testEvent = (at: Date) => ({ type: "test", timestamp: instant(at), data: {} }) as const;
