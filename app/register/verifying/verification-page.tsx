import { levelNamesIn, statusNamesIn } from "~/marks/status-words";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { Answer, State, States, type StateTone } from "~/ui/answer";
import { formatDay, formatMoment } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import type { IconName } from "~/ui/icons";
import { Code, Columns, Quiet } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { CodeForm } from "../code-form";
import { withdrawnLongAgo } from "../mark-answer";
import type { MarkAnswer, Verification } from "../public-shapes";
import { statusLook } from "../status-look";
import { registerWords } from "../words/register-words";

/** What we can say of a file, and beside it, apart, what the register says of the mark it names. */
export function VerificationPage({ verification: { document, kind, reasons, mark } }: { verification: Verification }) {
  const { t, at, language } = useWords(registerWords);
  const own = (words: string) => mark && <a href={at(paths.mark(mark.code))}>{words}</a>;
  const register = (words: string) => <a href={at(paths.register)}>{words}</a>;
  return (
    <>
      <Answer>{t(answerOf({ document, kind, mark }))}</Answer>
      <States>
        <State
          {...looks[document]}
          label={t("file.label")}
          headline={t(document === "genuine" && (kind === "credential" || kind === "badge") ? `file.kind.${kind}.headline` : `file.${document}.headline`)}
        >
          {reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </State>
        {mark && <Register mark={mark} />}
      </States>
      <Columns beside={<CodeForm label={t("code.another")} />}>
        <Definitions>
          {mark && (
            <>
              <Definition term={t("file.holder")}>
                {mark.holder.name}, {mark.holder.area}
              </Definition>
              {mark.transferred && (
                <Definition term={t("file.given_to")}>
                  {t("file.given_to_words", { given: mark.transferred.given_to.name, since: formatDay(mark.transferred.since, language) })}
                </Definition>
              )}
              <Definition term={t("file.covers")}>{mark.scope.join(". ")}.</Definition>
              <Definition term={t("file.match")}>{t("file.match_words")}</Definition>
            </>
          )}
          <Definition term={t("mark.now")}>
            {mark ? <Sentence of={t(mark.in_force ? "file.see_in_force" : "file.see_over")} parts={{ mark: own }} /> : <Sentence of={t("file.look_up")} parts={{ register }} />}
          </Definition>
        </Definitions>
      </Columns>
      <p>
        <Quiet small>
          {mark ? `${t("mark.as_at", { at: formatMoment(mark.as_at, language) })} ` : ""}
          {t("file.not_kept")}
        </Quiet>
      </p>
    </>
  );
}

/** The heading: both facts in one sentence, and never "in force" for a file that is not ours. */
function answerOf({ document, kind, mark }: Pick<Verification, "document" | "kind" | "mark">) {
  if (document !== "genuine") return `file.${document}.answer` as const;
  if (kind === "credential" || kind === "badge") return `file.kind.${kind}.${mark?.in_force ? "in_force" : "over"}` as const;
  return mark?.in_force ? "file.genuine.answer" : "file.ours_over";
}

/** What the register says of the mark, in a few words. */
function headlineOf(mark: MarkAnswer, language: Language): string {
  const t = registerWords(language);
  if (withdrawnLongAgo(mark)) return t("file.none");
  const { status } = mark;
  if (status === "live" || status === "renewal_being_assessed" || status === "under_review")
    return t("file.in_force", { status: statusNamesIn(language)[status], level: levelNamesIn(language)[mark.level] });
  return t(`file.over.${status}`);
}

function Register({ mark }: { mark: MarkAnswer }) {
  const { t, at, language } = useWords(registerWords);
  const look = withdrawnLongAgo(mark) ? ({ tone: "end", icon: "post-missing" } as const) : statusLook(mark.status);
  const days = { from: formatDay(mark.awarded_on, language), until: formatDay(mark.valid_until, language) };
  return (
    <State {...look} label={t("file.register")} headline={headlineOf(mark, language)}>
      <p>{t("file.dates", { standard: mark.standard.title, version: mark.standard.version, ...days })}</p>
      <p>
        <a href={at(paths.mark(mark.code))}>
          <Code>{mark.code}</Code>
        </a>
      </p>
    </State>
  );
}

const looks: Record<Verification["document"], { tone: StateTone; icon: IconName }> = {
  genuine: { tone: "live", icon: "post" },
  altered: { tone: "stop", icon: "post-barred" },
  not_ours: { tone: "end", icon: "post-missing" },
  unreadable: { tone: "ask", icon: "post-asked" },
};
