import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { Answer, State, States } from "~/ui/answer";
import { formatMoment } from "~/ui/dates";
import type { FieldErrors } from "~/ui/form";
import { Code, Columns, Quiet } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { CodeForm } from "./code-form";
import { registerWords } from "./words/register-words";

/** A well-formed code that we never issued. */
export function UnknownCode({ code, contact: { phone } }: { code: string; contact: { phone: string } }) {
  const { t, at } = useWords(registerWords);
  const tell = (words: string) => <a href={at(paths.tellConcern(code))}>{words}</a>;
  return (
    <>
      <Answer>{t("unknown_code.h1")}</Answer>
      <States>
        <State tone="end" icon="post-missing" label={<TypedCode code={code} />} headline={t("unknown_code.headline")}>
          <p>{t("unknown_code.well_formed")}</p>
        </State>
      </States>
      <Columns beside={<CodeForm value={code} />}>
        <h2 className="wm-h">{t("mark.now")}</h2>
        <ul>
          <li>{t("unknown_code.compare")}</li>
          <li>
            <Sentence of={t("unknown_code.tell_us", { phone })} parts={{ tell }} />
          </li>
          <li>
            <Sentence of={t("unknown_code.look_up")} parts={useWaysOn()} />
          </li>
        </ul>
      </Columns>
    </>
  );
}

/** A fingerprint of a file that is none of ours as we issued it. The file itself we have not seen. */
export function UnknownFile() {
  const { t } = useWords(registerWords);
  return (
    <>
      <Answer>{t("unknown_file.h1")}</Answer>
      <States>
        <State tone="end" icon="post-missing" label={t("unknown_file.label")} headline={t("unknown_file.headline")}>
          <p>{t("unknown_file.may_be")}</p>
        </State>
      </States>
      <Columns beside={<CodeForm label={t("code.on_file")} />}>
        <h2 className="wm-h">{t("mark.now")}</h2>
        <ul>
          <li>{t("unknown_file.type")}</li>
          <li>
            <Sentence of={t("unknown_file.show")} parts={useWaysOn()} />
          </li>
        </ul>
      </Columns>
    </>
  );
}

/** Not a code of ours at all: nothing was looked up, and what was typed stays in the box. */
export function MistypedCode({ typed, errors }: { typed: string; errors: FieldErrors }) {
  const { t } = useWords(registerWords);
  return (
    <>
      <Answer>{t("mistyped.h1")}</Answer>
      <States>
        <State tone="ask" icon="post-asked" label={<TypedCode code={typed} />} headline={t("mistyped.headline")}>
          <p>{t("mistyped.slip")}</p>
        </State>
      </States>
      <Columns
        beside={
          <p>
            <Sentence of={t("mistyped.no_code")} parts={useWaysOn()} />
          </p>
        }
      >
        <CodeForm label={t("code.again")} value={typed} error={errors.code} />
        <p>
          <Quiet>{t("mistyped.letters")}</Quiet>
        </p>
      </Columns>
    </>
  );
}

/** We do not know: the register cannot be asked. */
export function NotChecked({ phone }: { phone: string }) {
  const { t } = useWords(registerWords);
  return (
    <>
      <Answer>{t("away.h1")}</Answer>
      <States>
        <State tone="ask" icon="post-asked" label={t("away.label")} headline={t("away.headline")}>
          <p>{t("away.what")}</p>
        </State>
      </States>
      <p>{t("away.next", { phone })}</p>
    </>
  );
}

/** Another code that we never issued, from where too many came. `until`: ISO. */
export function TooManyCodes({ until, phone }: { until: string; phone: string }) {
  const { t, language } = useWords(registerWords);
  return (
    <>
      <Answer>{t("too_many.h1")}</Answer>
      <States>
        <State tone="end" icon="post-missing" label={t("too_many.label")} headline={t("too_many.headline")}>
          <p>{t("too_many.what")}</p>
        </State>
      </States>
      <p>
        <Sentence of={t("too_many.next", { phone, at: formatMoment(until, language) })} parts={useWaysOn()} />
      </p>
    </>
  );
}

function TypedCode({ code }: { code: string }) {
  const { t } = useWords(registerWords);
  return <Sentence of={t("code.typed")} parts={{ code: <Code>{code}</Code> }} />;
}

function useWaysOn() {
  const { at } = useWords(registerWords);
  const to = (path: string) => (words: string) => <a href={at(path)}>{words}</a>;
  return { register: to(paths.register), verify: to(paths.verify) };
}
