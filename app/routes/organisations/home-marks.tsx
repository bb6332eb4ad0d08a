import { showingWords } from "~/marks/showing/words/showing-words";
import { markWords } from "~/marks/words/mark-words";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { Day } from "~/ui/date";
import { formatDay } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { Code } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import type { HomeView } from "./home-view.server";
import { ownWords } from "./words/own-words";

/** The marks they hold or held, and a letter for every decision. */
export function MarksAndLetters({ view: { marks, decisions }, slug }: { view: HomeView; slug: string }) {
  const { t } = useWords(ownWords);
  return (
    <>
      <h2 className="wm-h wm-h--ruled">{t("marks.title")}</h2>
      {marks.length === 0 ? (
        <p>{t("marks.none")}</p>
      ) : (
        <Definitions layout="stack">
          {marks.map((mark) => (
            <Definition term={mark.title} key={mark.code}>
              <Mark mark={mark} slug={slug} />
            </Definition>
          ))}
        </Definitions>
      )}
      {decisions.length > 0 && (
        <>
          <h2 className="wm-h wm-h--ruled">{t("marks.letters")}</h2>
          <ul className="wm-tidy">
            {decisions.map(({ id, standard, on }) => (
              <li key={id}>
                <a href={paths.letter(slug, id)}>
                  <Sentence of={t("marks.decision")} parts={{ standard, day: <Day day={on} short /> }} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Mark({
  mark: { code, title, state, awardedOn, validUntil, certificate, toShow, toPutRight, inForce, mayGiveUp },
  slug,
}: {
  mark: HomeView["marks"][number];
  slug: string;
}) {
  const { t, at, language } = useWords(ownWords);
  const more = (words: string) => <span className="govuk-visually-hidden">{words}</span>;
  return (
    <>
      <Sentence of={t("marks.stands")} parts={{ state, from: <Day day={awardedOn} short />, to: <Day day={validUntil} short /> }} />
      <br />
      {toPutRight && <ToPutRight {...toPutRight} answer={(criterion) => paths.markAnswer(slug, code, criterion)} />}
      {toShow.length > 0 && <ToShow items={toShow} answer={(criterion) => paths.markAnswer(slug, code, criterion)} />}
      <a href={at(paths.mark(code))}>
        <Sentence of={t("marks.public_page")} parts={{ code: <Code>{code}</Code>, more }} />
      </a>
      {" · "}
      {certificate ? (
        <a href={paths.certificate(code)}>
          <Sentence of={t("marks.certificate", { title })} parts={{ more }} />
        </a>
      ) : (
        t("marks.making")
      )}
      {inForce && (
        <>
          {" · "}
          <a href={paths.showMark(slug, code)}>
            <Sentence of={showingWords(language)("home", { title })} parts={{ more }} />
          </a>
        </>
      )}
      {mayGiveUp && (
        <>
          {" · "}
          <a href={paths.giveUp(slug, code)}>
            <Sentence of={t("marks.give_up", { title })} parts={{ more }} />
          </a>
        </>
      )}
    </>
  );
}

type Answer = { answer: (criterion: string) => string };

/** What the mark was given on condition of, as far as it is still open. */
function ToPutRight({ criteria, by, answer }: NonNullable<HomeView["marks"][number]["toPutRight"]> & Answer) {
  const { t, language } = useWords(markWords);
  return (
    <p>
      <strong>{t("to_show.conditions", { criteria: criteria.join(", "), day: formatDay(by, language) })}</strong>{" "}
      {criteria.map((criterion) => (
        <AnswerLink key={criterion} href={answer(criterion)} criterion={criterion} />
      ))}{" "}
      {t("to_show.how")}
    </p>
  );
}

/** Criteria that are newly asked of the mark, each with its last day. */
function ToShow({ items, answer }: { items: HomeView["marks"][number]["toShow"] } & Answer) {
  const { t, at, language } = useWords(markWords);
  return (
    <>
      {items.map(({ criterion, activity, asks, lastDay, state }) => (
        <p key={`${criterion} ${activity ?? ""}`}>
          <strong>{t(`to_show.${state}`, { criterion, day: formatDay(lastDay, language) })}</strong> {activity !== null && t("to_show.activity", { activity })}{" "}
          <a href={at(asks)}>
            <Sentence of={t("to_show.asks", { criterion })} parts={{ more: (words) => <span className="govuk-visually-hidden">{words}</span> }} />
          </a>
          {". "}
          <AnswerLink href={answer(criterion)} criterion={criterion} />
        </p>
      ))}
      <p>{t("to_show.how")}</p>
    </>
  );
}

function AnswerLink({ href, criterion }: { href: string; criterion: string }) {
  const { t } = useWords(markWords);
  return (
    <>
      <a href={href}>{t("to_show.answer", { criterion })}</a>.{" "}
    </>
  );
}
