import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Sentence } from "~/ui/sentence";
import { TextField } from "~/ui/text-field";
import { followerWords } from "./words/follower-words";

/** Where the code of a mark is typed that somebody wants to follow. */
export function CodeBox({ typed, error }: { typed?: string; error?: string | undefined }) {
  const { t, at } = useWords(followerWords);
  return (
    <Form method="get" action={paths.follow()}>
      <TextField
        name="code"
        label={t("code.label")}
        hint={t("code.hint")}
        value={typed}
        error={error}
        width={20}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        code
      />
      <p className="govuk-body">
        <Sentence of={t("code.find")} parts={{ register: (words) => <a href={at(paths.register)}>{words}</a> }} />
      </p>
      <Button tone="secondary">{t("code.go_on")}</Button>
    </Form>
  );
}
