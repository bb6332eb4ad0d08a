import type { Criterion } from "#standards/format";
import { type Actor, hasRole } from "~/accounts/actor";
import type { EvidenceItem, SubmissionContent } from "~/assessments/answer";
import { isDoubtAbout } from "~/assessments/not-personal";
import { claimsNa } from "~/assessments/parts";
import { bearsOn, plausibilityChecks } from "~/assessments/plausibility";
import { latestCaptures } from "~/evidence/capture-link.server";
import { fileStates } from "~/evidence/read.server";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { structuredFacts } from "~/standards/facts.server";
import { answerToRead, givenAfterReveal } from "./blind";
import { type CaseFile, currentRatings, factsOf, filesShown } from "./case-file";
import { caseNumber } from "./case-number";
import { awaitedUntil, daysLeftIn } from "./days-left";
import type { DeskCase, RatingLine, Reading, ShownPages } from "./desk";
import { factLines } from "./fact-lines";
import { shownAwards } from "./judge-award.server";
import { parts } from "./part";
import { type LockKind, lockOn, noteOf } from "./privacy/locks";
import { mayReadIn, permitOn, readerIn } from "./standing";

export const deskCase = (clock: Clock, file: CaseFile): DeskCase => ({
  id: file.id,
  number: caseNumber(file.number),
  provider: file.provider.name,
  area: file.provider.area,
  standard: `${file.standard.title} ${file.standard.version}`,
  state: file.state,
  daysLeft: daysLeftIn(file, clock.now()),
  awaitedUntil: awaitedUntil(file),
});

/** One criterion with its answer, the facts it rests on and the files shown. `revealed` says whether the provider's rating of itself may be seen. */
export async function readingOf(db: Db, clock: Clock, actor: Actor, caseFile: CaseFile, criterion: Criterion, revealed: boolean): Promise<Reading> {
  const { content } = caseFile.submission;
  const sent = content.answers[criterion.id] ?? {};
  const answer = answerToRead(sent, revealed);
  const since = caseFile.supplements.filter((each) => each.criterion === criterion.id);
  const shown = filesShown(caseFile);
  const ids = [answer, ...since.map((each) => each.content)].flatMap(({ evidence = [] }) => evidence.flatMap(({ file }) => (file ? [file] : [])));
  const states = await fileStates(db, ids);
  const noteOn = (kind: LockKind, target: string) => {
    const lock = lockOn(caseFile.locks, kind, target);
    return lock ? noteOf(lock) : null;
  };
  const fileNote = (id: string, locked: boolean) => noteOn("file", id) ?? (locked ? "Locked because it may hold somebody’s details." : null);
  const files = [...new Set(ids)].flatMap((id) => {
    const [sentFile, state] = [shown[id], states.get(id)];
    if (!sentFile || !state) return [];
    const { name, media_type: kind, bytes } = sentFile;
    return [
      {
        id,
        name,
        kind,
        bytes,
        state: {
          findings: state.findings,
          confirmed: state.confirmedAt !== null,
          scanned: state.scan === "clean",
          locked: state.locked,
          note: fileNote(id, state.locked),
          removedOn: state.removedOn,
        },
      },
    ];
  });
  const [pages = {}, ...added] = await pagesOf(db, caseFile, [{ evidence: answer.evidence, links: content.links }, ...since.map((each) => each.content)]);
  const me = hasRole(actor, "assessor") ? readerIn(actor, factsOf(caseFile)) : undefined;
  const { id, title, statement, good, levels, evidence, must_have } = criterion;
  return {
    criterion: { id, title, statement, good, levels, evidence, mustHave: must_have },
    answer,
    claimsNa: claimsNa(criterion, sent),
    facts: factLines(criterion.facts, structuredFacts(), content.facts),
    files,
    warnings: (content.plausibility ?? []).filter(({ check }) => isDoubtAbout(check, id) || plausibilityChecks.some((known) => known === check && bearsOn(known, criterion))),
    pages,
    since: since.map(({ id: sinceId, why, sourceId, sentAt, content: { words, evidence } }, index) => ({
      id: sinceId,
      locked: noteOn("supplement", sinceId) !== null,
      why,
      asked: askedIn(caseFile, sourceId),
      at: sentAt.toISOString(),
      words,
      evidence,
      pages: added[index]!,
    })),
    awards: await shownAwards(db, caseFile, criterion.id, clock.now()),
    locked: noteOn("answer", criterion.id) !== null,
    may: {
      caseId: caseFile.id,
      lock: mayReadIn(actor, factsOf(caseFile)),
      judge: me?.part === "assessor" && permitOn("rate", actor, factsOf(caseFile), { reason: "asked" }).ok,
    },
  };
}

/** The words of the question that something was sent in answer to; null where it answers none. */
const askedIn = ({ questionRound }: CaseFile, id: string | null) => questionRound?.questions.find((each) => each.id === id)?.words ?? null;

/** The pages that each part of what was sent shows, as they were frozen with it, and whether they have changed since. One read. */
async function pagesOf(db: Db, { organisationId, locks }: CaseFile, sent: { evidence?: EvidenceItem[]; links?: SubmissionContent["links"] }[]): Promise<ShownPages[]> {
  const frozen = sent.map(({ evidence = [], links = {} }) => evidence.flatMap(({ link }) => (link && links[link] ? [[link, links[link]] as const] : [])));
  const latest = await latestCaptures(
    db,
    organisationId,
    frozen.flatMap((each) => each.map(([link]) => link)),
  );
  const noteOfPage = (capture: string) => {
    const lock = lockOn(locks, "page", capture);
    return lock ? noteOf(lock) : null;
  };
  const asShown = ([link, { capture, sha256, at }]: (typeof frozen)[number][number]) =>
    [link, { capture, on: londonDay(new Date(at)), changed: (latest.get(link)?.sha256 ?? sha256) !== sha256, note: noteOfPage(capture) }] as const;
  return frozen.map((each) => Object.fromEntries(each.map(asShown)));
}

/** Both readers' newest ratings of one criterion, with their names. For those who may see them. */
export const ratingLines = (file: CaseFile, criterion: string): RatingLine[] =>
  parts.flatMap((part) => {
    const rating = currentRatings(file, part)[criterion];
    const by = file.assignments.find(({ personId }) => personId === rating?.ratedBy)?.name;
    if (!rating || !by) return [];
    const { level, ticks, reason, ratedAt } = rating;
    return [{ part, by, level, ticks, reason, at: ratedAt.toISOString(), afterReveal: givenAfterReveal(file, rating) }];
  });
