import { levelNames, statusNames } from "~/marks/status-words";
import { paths } from "~/platform/paths";
import { Answer, State, States, type StateTone } from "~/ui/answer";
import { formatDay, formatMoment } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import type { IconName } from "~/ui/icons";
import { Code, Columns, Quiet } from "~/ui/layout";
import { CodeForm } from "./code-form";
import { withdrawnLongAgo } from "./mark-answer";
import type { MarkAnswer, Verification } from "./public-shapes";
import { statusLook } from "./status-look";

/** What we can say of a file, and beside it, apart, what the register says of the mark it names. */
export const VerificationPage = ({ verification: { document, reasons, mark } }: { verification: Verification }) => {
  const { answer, headline, tone, icon } = looks[document];
  return (
    <>
      <Answer>{document === "genuine" && !mark?.in_force ? "This is our document, but the mark is not in force." : answer}</Answer>
      <States>
        <State tone={tone} icon={icon} label="The file" headline={headline}>
          {reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </State>
        {mark && <Register mark={mark} />}
      </States>
      <Columns beside={<CodeForm label="Check another code" />}>
        <Definitions>
          {mark && (
            <>
              <Definition term="Who holds it">
                {mark.holder.name}, {mark.holder.area}
              </Definition>
              <Definition term="What it covers">{mark.scope.join(". ")}.</Definition>
              <Definition term="Do they match?">Compare the name, what it covers and the dates with the paper in your hand. If they differ, go by this page.</Definition>
            </>
          )}
          <Definition term="What to do now">
            {mark ? (
              <>
                <a href={paths.mark(mark.code)}>See the mark’s own page</a>: it says{" "}
                {mark.in_force ? "how to refer, and whether they have room" : "what became of it, and where to look instead"}.
              </>
            ) : (
              <>
                Type in the code from the paper, or <a href={paths.register}>look the group up by name</a>.
              </>
            )}
          </Definition>
        </Definitions>
      </Columns>
      <p>
        <Quiet small>{mark ? `Status as at ${formatMoment(mark.as_at)}. ` : ""}We have not kept the file.</Quiet>
      </p>
    </>
  );
};

/** What the register says of the mark, in a few words. */
function headlineOf(mark: MarkAnswer): string {
  if (withdrawnLongAgo(mark)) return "No mark held";
  return mark.in_force ? `${statusNames[mark.status]}: ${levelNames[mark.level]}` : `Not in force: ${statusNames[mark.status].toLowerCase()}`;
}

const Register = ({ mark }: { mark: MarkAnswer }) => (
  <State {...(withdrawnLongAgo(mark) ? { tone: "end", icon: "post-missing" } : statusLook(mark.status))} label="The mark, in our register" headline={headlineOf(mark)}>
    <p>
      {mark.standard.title}, version {mark.standard.version}. Awarded {formatDay(mark.awarded_on)}, to {formatDay(mark.valid_until)}.
    </p>
    <p>
      <a href={paths.mark(mark.code)}>
        <Code>{mark.code}</Code>
      </a>
    </p>
  </State>
);

const looks: Record<Verification["document"], { answer: string; headline: string; tone: StateTone; icon: IconName }> = {
  genuine: { answer: "This is our document, and the mark is in force.", headline: "Ours, and unchanged", tone: "live", icon: "post" },
  altered: { answer: "This is not the document we issued. Do not go by it.", headline: "Changed since we issued it", tone: "stop", icon: "post-barred" },
  not_ours: { answer: "We did not issue this document. Do not rely on it.", headline: "Not ours", tone: "end", icon: "post-missing" },
  unreadable: { answer: "We cannot tell what this file is. Nothing was checked.", headline: "Not readable", tone: "ask", icon: "post-asked" },
};
