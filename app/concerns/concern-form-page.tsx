import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Checkbox, Radios } from "~/ui/choices";
import { ErrorSummary } from "~/ui/error-summary";
import { type FieldErrors, Form } from "~/ui/form";
import { Box, Code, Prose } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { TextArea, TextField } from "~/ui/text-field";
import type { AboutCode } from "./concern";
import type { ConcernTyped } from "./concern-form";
import { councilFinder, trustsOfNorthernIreland } from "./outside";
import { concernWords } from "./words/concern-words";

export type ConcernFormProps = { about: AboutCode; typed: ConcernTyped; errors: FieldErrors; mayBePersonal: boolean; phone: string };

/** Telling us that something is wrong: first who helps at once, then one box (Personas §E.8). Whatever was typed stays. */
export function ConcernFormPage({ about, typed, errors, mayBePersonal, phone }: ConcernFormProps) {
  const { t } = useWords(concernWords);
  const asked = about.is === "none";
  return (
    <Prose>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{t("title")}</h1>
      <Danger />
      <Form className="govuk-!-margin-top-5">
        <About about={about} />
        <input type="hidden" name="once" value={typed.once} />
        {!asked && <input type="hidden" name="code" value={about.code} />}
        {about.is !== "known" && (
          <TextField name="group" label={t("field.group")} size="s" hint={t("field.group_hint")} optional={!asked} value={typed.group} error={errors.group} />
        )}
        {(about.is === "unknown" || about.is === "slip") && (
          <TextField name="where" label={t("field.where")} size="s" hint={t("field.where_hint")} optional value={typed.where} error={errors.where} />
        )}
        <TextArea name="words" label={t("field.words")} size="s" hint={t("field.words_hint")} rows={8} value={typed.words} error={errors.words} />
        {mayBePersonal && <Checkbox name="as_it_is" label={t("field.as_it_is")} checked={typed.asItIs} />}
        <TextField name="contact" label={t("field.contact")} size="s" hint={t("field.contact_hint")} optional value={typed.contact} error={errors.contact} autoComplete="email" />
        <TextField name="name" label={t("field.name")} size="s" optional value={typed.name} error={errors.name} autoComplete="name" />
        <Radios
          name="may_name"
          label={t("field.may_name")}
          size="s"
          hint={t("field.may_name_hint")}
          choices={[
            { value: "no", label: t("field.no") },
            { value: "yes", label: t("field.yes") },
          ]}
          value={typed.mayName ? "yes" : "no"}
          inline
        />
        <Unseen />
        <Button id="send">{t("field.send")}</Button>
      </Form>
      <Next phone={phone} />
    </Prose>
  );
}

/** Who helps at once. Said before anything else is asked. */
export function Danger() {
  const { t } = useWords(concernWords);
  const to = (address: string) => (words: string) => <a href={address}>{words}</a>;
  return (
    <Box tone="warn">
      <p>
        <strong>{t("danger.now")}</strong>
      </p>
      <p>
        <Sentence of={t("danger.council")} parts={{ find: to(councilFinder), trust: to(trustsOfNorthernIreland) }} />
      </p>
      <p>{t("danger.hours")}</p>
    </Box>
  );
}

function About({ about }: { about: AboutCode }) {
  const { t, at } = useWords(concernWords);
  const other = (words: string) => <a href={at(paths.tellConcern())}>{words}</a>;
  if (about.is === "none") return null;
  if (about.is === "known")
    return (
      <p>
        <Sentence
          of={t("about.known")}
          parts={{
            name: (
              <strong>
                {about.name}, {about.area}
              </strong>
            ),
          }}
        />{" "}
        <Sentence of={t("about.other")} parts={{ other }} />
      </p>
    );
  return (
    <p>
      <Sentence of={t(`about.${about.is}`)} parts={{ code: <Code>{about.code}</Code> }} />
    </p>
  );
}

/** A field that no person sees or reaches, and that programs fill in. */
function Unseen() {
  const { t } = useWords(concernWords);
  return (
    <div className="govuk-visually-hidden" aria-hidden="true">
      <label htmlFor="website">{t("field.unseen")}</label>
      <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  );
}

function Next({ phone }: { phone: string }) {
  const { t, at } = useWords(concernWords);
  return (
    <>
      <h2>{t("next.heading")}</h2>
      <ul>
        <li>{t("next.read")}</li>
        <li>{t("next.heard")}</li>
        <li>{t("next.private")}</li>
        <li>{t("next.yours")}</li>
        <li>{t("next.service")}</li>
        <li>{t("next.ring", { phone })}</li>
        <li>
          <Sentence of={t("next.kept")} parts={{ privacy: (words) => <a href={at(paths.privacy)}>{words}</a> }} />
        </li>
      </ul>
    </>
  );
}
