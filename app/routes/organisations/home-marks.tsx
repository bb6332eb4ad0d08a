import { paths } from "~/platform/paths";
import { Day } from "~/ui/date";
import { Definition, Definitions } from "~/ui/definition";
import { Code } from "~/ui/layout";
import type { HomeView } from "./home-view.server";

/** The marks they hold or held, and a letter for every decision. */
export const MarksAndLetters = ({ view: { marks, decisions }, slug }: { view: HomeView; slug: string }) => (
  <>
    <h2 className="wm-h wm-h--ruled">Your marks</h2>
    {marks.length === 0 ? (
      <p>You hold no mark yet. Nothing about you is public.</p>
    ) : (
      <Definitions layout="stack">
        {marks.map((mark) => (
          <Definition term={mark.title} key={mark.code}>
            {mark.state}. Awarded <Day day={mark.awardedOn} short />, to <Day day={mark.validUntil} short />.
            <br />
            <a href={paths.mark(mark.code)}>
              <Code>{mark.code}</Code>
              <span className="govuk-visually-hidden"> public page</span>
            </a>
            {mark.certificate ? (
              <>
                {" "}
                ·{" "}
                <a href={paths.certificate(mark.code)}>
                  Certificate<span className="govuk-visually-hidden">: {mark.title}</span> (PDF)
                </a>
              </>
            ) : (
              " · Your certificate is being made. Load the page again in a minute."
            )}
            {mark.mayGiveUp && (
              <>
                {" "}
                ·{" "}
                <a href={paths.giveUp(slug, mark.code)}>
                  Give it up<span className="govuk-visually-hidden">: {mark.title}</span>
                </a>
              </>
            )}
          </Definition>
        ))}
      </Definitions>
    )}
    {decisions.length > 0 && (
      <>
        <h2 className="wm-h wm-h--ruled">Letters</h2>
        <ul>
          {decisions.map(({ id, standard, on }) => (
            <li key={id}>
              <a href={paths.letter(slug, id)}>
                Our decision on {standard}, <Day day={on} short />
              </a>
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);
