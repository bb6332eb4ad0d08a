import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { OwnText } from "~/standards/own-text";
import { LinkButton } from "~/ui/button";
import { Moment } from "~/ui/date";
import { Box, Columns, Quiet } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import type { Progress } from "./progress";
import { type Colleague, SectionPart, type ShownSection } from "./section-part";
import type { Share } from "./sections";
import { assessmentWords } from "./words/assessment-words";

export type QuestionsPageProps = {
  id: string;
  organisation: string;
  standard: { title: string; textIn: Language };
  progress: Pick<Progress, "questions" | "done" | "next">;
  sections: readonly ShownSection[];
  shares: readonly Share[];
  members: readonly Colleague[];
  comments: Readonly<Record<string, number>>;
  /** The version that brought a question, where it is new to them. */
  newIn: Readonly<Record<string, string>>;
  /** Who is looking. */
  self: string;
  /** Only the sections that were given to whoever is looking. */
  onlyMine: boolean;
  lastSaved: { at: string; by: string } | undefined;
  maySubmit: boolean;
  contact: { email: string; phone: string };
};

/** Everything to do in one self-assessment. How many are done is said in numbers of questions: no percentages, and nothing in red. */
export function QuestionsPage(props: QuestionsPageProps) {
  const { id, organisation, standard, progress, sections, shares, members, self, onlyMine, lastSaved, maySubmit, contact } = props;
  const { t } = useWords(assessmentWords);
  const { questions, done } = progress;
  const mine = sections.filter(({ given }) => given?.personId === self);
  const others = sections.filter(({ given }) => given?.personId !== self);
  const part = (section: ShownSection) => <SectionPart {...props} textIn={standard.textIn} section={section} key={section.id} />;
  return (
    <Columns beside={<Beside id={id} left={questions - done} shares={members.length > 1 ? shares : []} maySubmit={maySubmit} contact={contact} />}>
      <h1 className="wm-display">{t(lastSaved ? "list.heading_saved" : "list.heading", { count: questions, done })}</h1>
      <p>
        <Quiet>
          <Sentence
            of={t(lastSaved ? "list.stop_saved" : "list.stop")}
            parts={{
              standard: <OwnText textIn={standard.textIn}>{standard.title}</OwnText>,
              group: organisation,
              ...(lastSaved && { at: <Moment at={lastSaved.at} />, by: lastSaved.by }),
            }}
          />
        </Quiet>
      </p>
      <p>
        <Next {...props} />
      </p>
      <h2 className="govuk-heading-m" id="sections" tabIndex={-1}>
        {t(mine.length > 0 ? "list.given" : "list.any_order")}
      </h2>
      {(mine.length > 0 ? mine : sections).map(part)}
      {mine.length > 0 && others.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("list.other_sections")}</h2>
          <p>
            <a href={onlyMine ? paths.assessment(id) : `${paths.assessment(id)}?show=mine`}>{t(onlyMine ? "list.show_all" : "list.show_mine")}</a>
          </p>
          {!onlyMine && others.map(part)}
        </>
      )}
    </Columns>
  );
}

/** The one thing to do next. */
function Next({ id, standard, progress: { done, next } }: Pick<QuestionsPageProps, "id" | "standard" | "progress">) {
  const { t } = useWords(assessmentWords);
  if (!next) return <LinkButton href={paths.check(id)}>{t("list.check_and_send")}</LinkButton>;
  return (
    <LinkButton href={paths.criterion(id, next.id)}>
      <Sentence of={t(done === 0 && next.state === "to_do" ? "list.begin" : "list.go_on")} parts={{ title: <OwnText textIn={standard.textIn}>{next.title}</OwnText> }} />
    </LinkButton>
  );
}

/** Who has how much to do, for everybody in the group to see. */
function Shares({ shares }: { shares: readonly Share[] }) {
  const { t } = useWords(assessmentWords);
  return (
    <Box>
      <h2 className="govuk-heading-s">{t("shares.title")}</h2>
      <ul className="wm-tidy">
        {shares.map(({ name, title, sections, left }) => (
          <li key={name ?? ""}>
            <strong>{name ?? t("shares.nobody")}</strong>
            {title && `, ${title}`}
            <br />
            <Quiet small>
              {t("shares.what", { sections: t("shares.sections", { count: sections }), left: left === 0 ? t("shares.nothing_left") : t("shares.left", { count: left }) })}
            </Quiet>
          </li>
        ))}
      </ul>
    </Box>
  );
}

function Beside({ id, left, shares, maySubmit, contact }: Pick<QuestionsPageProps, "id" | "shares" | "maySubmit" | "contact"> & { left: number }) {
  const { t } = useWords(assessmentWords);
  return (
    <>
      {shares.length > 0 && <Shares shares={shares} />}
      <Box>
        <h2 className="govuk-heading-s">{t("beside.talk")}</h2>
        <p>
          <Sentence of={t("beside.how", { email: contact.email })} parts={{ phone: <strong className="wm-nowrap">{contact.phone}</strong> }} />
        </p>
      </Box>
      <ul className="wm-tidy">
        <li>
          <a href={paths.assessmentFacts(id)}>{t("beside.facts")}</a>
          <br />
          <Quiet small>{t("beside.facts_why")}</Quiet>
        </li>
        <li>
          <a href={paths.check(id)}>{t(maySubmit ? "list.check_and_send" : "list.check")}</a>
          <br />
          <Quiet small>{t(maySubmit ? "beside.check_why" : "beside.others_send")}</Quiet>
        </li>
        <li>
          <strong>{t("beside.who")}</strong>
          <br />
          <Quiet small>{t("beside.who_what")}</Quiet>
        </li>
      </ul>
      <p>
        <Quiet>
          <Sentence of={t("beside.to_go", { left })} parts={{ left: (words) => <strong>{words}</strong> }} />
        </Quiet>
      </p>
    </>
  );
}
