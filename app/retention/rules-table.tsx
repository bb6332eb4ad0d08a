import { useWords } from "~/platform/language";
import { Table } from "~/ui/table";
import { ruleKeys } from "./rules";
import { retentionWords } from "./words/retention-words";

/** Every rule in words, in the language of the page. */
export function RulesTable() {
  const { t } = useWords(retentionWords);
  return (
    <Table
      caption={t("rules.caption")}
      hideCaption
      columns={[{ heading: t("rules.what") }, { heading: t("rules.long") }, { heading: t("rules.stays") }]}
      rows={ruleKeys.map((rule) => ({ id: rule, cells: [t(`what.${rule}`), t(`long.${rule}`), t(`stays.${rule}`)] }))}
    />
  );
}
