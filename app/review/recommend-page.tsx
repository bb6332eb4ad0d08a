import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box } from "~/ui/layout";
import { Table } from "~/ui/table";
import { CaseBar } from "./case-bar";
import type { RecommendingDesk } from "./desk";
import { levelWord } from "./level-word";

/** A reader's own ratings once more, and the button that lets them go on. */
export function RecommendPage({ desk, errors }: { desk: RecommendingDesk; errors: FieldErrors }) {
  const { said, barred, ratings } = desk;
  return (
    <>
      <CaseBar about={desk.case} />
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l govuk-!-margin-top-4">Recommend your ratings</h1>
      <p className="govuk-body">
        Read them through once more. When both readers have recommended theirs, the two are put side by side, and you cannot change yours any more. Nobody sees them before that.
      </p>
      {said ? (
        <Box>
          <p>You have recommended these. Until the other reader has too, you can still correct one; then recommend again.</p>
        </Box>
      ) : barred ? (
        <Box tone="warn">
          <p>{barred}</p>
        </Box>
      ) : (
        <Form id="recommend">
          <Button>Recommend these ratings</Button>
        </Form>
      )}
      <Table
        caption="What you have rated"
        columns={[{ heading: "Criterion" }, { heading: "Level" }, { heading: "Why" }]}
        rows={ratings.map(({ id, title, mustHave, level, reason, open }) => ({
          id,
          cells: [
            <>
              <a href={paths.rate(desk.case.id, id)}>
                {id} {title}
              </a>
              {mustHave && <span className="wm-quiet wm-small"> Must-have</span>}
              {!open && <span className="wm-quiet wm-small"> Stands from before</span>}
            </>,
            levelWord(level),
            reason,
          ],
        }))}
      />
      <p className="govuk-body">
        <a href={paths.case(desk.case.id)}>The whole case</a>
      </p>
    </>
  );
}
