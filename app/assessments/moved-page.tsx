import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { formatMoment } from "~/ui/dates";
import { Form } from "~/ui/form";

export type Moved = { fromId: string; version: string; at: string; by: string };

/** After a move: the way back, and what it takes. */
export const MovedPage = ({ id, title, to, moved, maySubmit }: { id: string; title: string; to: string; moved: Moved; maySubmit: boolean }) => (
  <>
    <h1 className="govuk-heading-l" id="migrate" tabIndex={-1}>
      <span className="govuk-caption-l">
        {title} {to}
      </span>{" "}
      Moved from version {moved.version}
    </h1>
    <p>
      {moved.by} moved your answers on {formatMoment(moved.at)}. <a href={paths.assessment(moved.fromId)}>Your answers under {moved.version}</a> can be read at any time.
    </p>
    <BackAgain id={id} version={moved.version} maySubmit={maySubmit} />
  </>
);

/** The button that undoes a move. */
export const BackAgain = ({ id, version, maySubmit }: { id: string; version: string; maySubmit: boolean }) =>
  maySubmit ? (
    <Form action={paths.migrate(id)}>
      <p>Until somebody changes an answer here, you can go back and find everything as it was.</p>
      <Button tone="secondary" name="move" value="back">{`Go back to version ${version}`}</Button>
    </Form>
  ) : (
    <p>Until somebody changes an answer here, somebody in your group who may send things can go back.</p>
  );
