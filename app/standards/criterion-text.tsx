import { Definition, Definitions } from "~/ui/definition";
import { Posts } from "~/ui/icons";
import { Tag } from "~/ui/tag";
import type { CriterionText as Text } from "./version-page";
import { mustHave } from "./words";

/** Everything a version says about one criterion, under a heading that can be linked to by its id. */
export function CriterionText({ id, title, statement, mustHave: must, weight, asked, naReasons, why, source, good, levels, evidence, ask }: Text) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h3 className="govuk-heading-s" id={`${id}-title`}>
        {id} {title} {must && <Tag>{mustHave}</Tag>}
      </h3>
      <p>
        <strong>{statement}</strong>
      </p>
      <Definitions>
        <Definition term="Why it matters">
          {why}
          {source.quote && <Quote quote={source.quote} />}
          {source.references.length > 0 && <p>See also: {source.references.join("; ")}.</p>}
        </Definition>
        <Definition term="What good looks like">{good}</Definition>
        {levels.map((each) => (
          <Definition
            key={each.level}
            term={
              <>
                <Posts standing={each.level} /> {each.name}
              </>
            }
          >
            {each.words ?? <Tests level={each.level} tests={each.tests} />}
          </Definition>
        ))}
        <Definition term="What to show">
          {evidence.what} <p>For a very small group: {evidence.lightest}</p>
          <p>Taken as: {evidence.kinds.join(", or ")}.</p>
        </Definition>
        <Definition term="What we ask">{ask}</Definition>
        <Definition term="Applies">{asked}</Definition>
        {naReasons.length > 0 && <Definition term="May be said not to apply">{naReasons.join("; or ")}</Definition>}
        <Definition term="Weight">{weight}</Definition>
      </Definitions>
    </section>
  );
}

const Quote = ({ quote }: { quote: string }) => <p>From the 2019 learning paper: “{quote}”</p>;

const Tests = ({ level, tests }: { level: 2 | 3; tests: string[] }) => (
  <>
    {level === 2 ? "All of these:" : "Met, and all of these:"}
    <ul className="govuk-list govuk-list--bullet">
      {tests.map((test) => (
        <li key={test}>{test}</li>
      ))}
    </ul>
  </>
);
