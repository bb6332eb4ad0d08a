import { readLeaf } from "~/marks/log/leaf";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { formatMoment } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { Details } from "~/ui/details";
import { Box, Signs } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { Table } from "~/ui/table";
import { happened } from "./happened";
import type { ProofAnswer } from "./log-shapes";
import { logWords } from "./words/log-words";

/** What the log says of one mark, in words, and the numbers that prove it. `nonce` lets the reader's browser check them; without it the part says the same. */
export function ProofPart({ proof, nonce }: { proof: ProofAnswer; nonce: string | undefined }) {
  const { t, at, language } = useWords(logWords);
  const { code, entries, waiting } = proof;
  const rows = entries.flatMap(({ index, leaf }) => {
    const said = readLeaf(leaf);
    return said.kind === "audit_head" ? [] : [{ id: String(index), cells: [index, happened(said, language), formatMoment(said.at, language)] }];
  });
  return (
    <section id="proof" data-proof={JSON.stringify(proof)}>
      <h2 className="wm-h wm-h--ruled">{t("proof.heading", { code })}</h2>
      <Table caption={t("proof.heading", { code })} hideCaption columns={[{ heading: t("proof.entry") }, { heading: t("proof.what") }, { heading: t("proof.when") }]} rows={rows} />
      {waiting > 0 && <p>{t("proof.waiting", { count: waiting })}</p>}
      <p id="proof-checked" role="status" hidden data-good={t("proof.good")} data-bad={t("proof.bad")}>
        {t("proof.checking")}
      </p>
      <p>
        <Sentence of={t("proof.page")} parts={{ mark: (words: string) => <a href={at(paths.mark(code))}>{words}</a> }} />
      </p>
      <Details summary={t("proof.numbers")}>
        <Numbers proof={proof} />
      </Details>
      <script type="module" src="/check-proof.js" nonce={nonce} />
    </section>
  );
}

function Numbers({ proof: { code, checkpoint, entries } }: { proof: ProofAnswer }) {
  const { t } = useWords(logWords);
  return (
    <>
      <Definitions layout="stack">
        <Definition term={t("proof.signed")}>
          <Long>{checkpoint.note}</Long>
        </Definition>
        {entries.map(({ index, leaf, hash, proof }) => (
          <Definition term={t("proof.line", { index })} key={index}>
            <Long>{leaf}</Long>
            <p>{t("proof.hash")}</p>
            <Long>{hash}</Long>
            <p>{proof.length > 0 ? t("proof.path") : t("proof.no_path")}</p>
            {proof.length > 0 && <Long>{proof.join("\n")}</Long>}
          </Definition>
        ))}
      </Definitions>
      <p>
        <a href={paths.logProof(code)}>{t("proof.json")}</a>
      </p>
    </>
  );
}

/** Breaks wherever it has to, and keeps its own lines. */
const Long = ({ children }: { children: string }) => (
  <Box tone="quote">
    <Signs>{children.trimEnd()}</Signs>
  </Box>
);
