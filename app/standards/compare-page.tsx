import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { ChangedWordsKey } from "~/ui/changed-words";
import { Definition, Definitions } from "~/ui/definition";
import { Details } from "~/ui/details";
import { Prose } from "~/ui/layout";
import { ChangeShown, type ShownChange } from "./change-shown";
import { NetShown, type ShownNet } from "./net-shown";

type Shown = { standard: string; title: string; from: string; to: string /** What the newer one can be compared with. */; older: string[]; changes: ShownChange[]; net: ShownNet };

/**
 * What is different between two versions. From one to the next: every change with its reason, what it asks of people, and its text with the words marked that came and went.
 * Over several: what came of each criterion in the end, then the same step by step.
 */
export function ComparePage({ standard, title, from, to, older, changes, net }: Shown) {
  const versions = [...new Set(changes.map(({ version }) => version))];
  const steps = versions.map((version) => (
    <section key={version} aria-labelledby={`in-${version}`}>
      <h2 id={`in-${version}`}>What {version} changed</h2>
      {changes
        .filter((change) => change.version === version)
        .map((change) => (
          <ChangeShown key={`${change.type} ${change.criteria.join(" ")}`} {...change} />
        ))}
    </section>
  ));
  return (
    <Prose>
      <BackLink href={paths.standard(standard)}>All versions</BackLink>
      <h1 className="govuk-heading-l">
        {title}: what is different between {from} and {to}
      </h1>
      {changes.length === 0 ? (
        <p>Nothing. They are the same.</p>
      ) : (
        <p>
          <ChangedWordsKey />
        </p>
      )}
      <Definitions>
        <Definition term="The whole text">
          <a href={paths.standardVersion(standard, from)}>{from}</a> and <a href={paths.standardVersion(standard, to)}>{to}</a>
        </Definition>
        {older.length > 1 && (
          <Definition term={`Compare ${to} with`}>
            {older.map((version, at) => (
              <span key={version}>
                {at > 0 && ", "}
                {version === from ? `${version} (this page)` : <a href={paths.standardComparison(standard, version, to)}>{version}</a>}
              </span>
            ))}
          </Definition>
        )}
        <Definition term="For machines">
          <a href={paths.standardComparisonJson(standard, from, to)}>The same as JSON</a>
        </Definition>
      </Definitions>
      {versions.length > 1 ? (
        <>
          <NetShown net={net} from={from} to={to} />
          <h2>Step by step</h2>
          <p>Between them {versions.length === 2 ? `is ${versions[0]}` : `are ${versions.slice(0, -1).join(", ")}`}. This is what each version said it changed.</p>
          <Details summary={`Every change from ${from} to ${to}, one after the other`}>{steps}</Details>
        </>
      ) : (
        steps
      )}
    </Prose>
  );
}
