import { useWords } from "~/platform/language";
import { Definition, Definitions } from "~/ui/definition";
import { Box, Quiet } from "~/ui/layout";
import type { AppealContent } from "./appeal";
import { appealWords } from "./words/appeal-words";

/** What an appeal says, each ground with its words and the points it is about. */
export function ContentShown({ heading, content }: { heading: string; content: AppealContent }) {
  const { t } = useWords(appealWords);
  return (
    <>
      <h2 className="govuk-heading-m">{heading}</h2>
      <Definitions layout="stack">
        {content.grounds.map(({ ground, words, criteria }) => (
          <Definition term={t(`ground.${ground}`)} key={ground}>
            <Box tone="quote">{words}</Box>
            {criteria.length > 0 && <Quiet small>{t("page.about", { criteria: criteria.join(", ") })}</Quiet>}
          </Definition>
        ))}
      </Definitions>
    </>
  );
}
