import type { Sql } from "postgres";
import { readStored, sha256 } from "./files.server";

export type Invariant = { name: string; ok: boolean; ids: string[] };

/** What providers have sent, first or in addition. */
const sent = "(select id, content, sha256 from submissions union all select id, content, sha256 from supplements where sent_at is not null)";

/** A decision `d` beside a mark of the same provider and standard that was there before it: it takes that one's place once an appeal is answered, or cannot come any more. */
const lowersLater = `exists (select 1 from cases c join submissions s on s.id = c.submission_id join standard_versions v on v.id = s.standard_version_id
         join marks h on h.organisation_id = c.organisation_id and h.standard_key = v.key and h.level <> d.outcome
         where c.id = d.case_id and d.outcome in ('essentials', 'assured_with_conditions') and not exists (select 1 from case_rounds r where r.case_id = d.case_id and r.kind = 'appeal' and r.no <= d.round))`;

/** What must always hold, as SQL that finds the rows for which it does not. */
const statements: Record<string, string> = {
  "a provider holds at most one mark that was not ended by another, per standard": `select min(m.id::text) as id from marks m where not exists (select 1 from marks n where n.supersedes_id = m.id)
       and not exists (select 1 from mark_events e where e.mark_id = m.id and e.kind in ('withdraw', 'surrender') and e.confirmed_at is not null)
       and m.valid_until >= $1 group by m.organisation_id, m.standard_key having count(*) > 1`,
  "a superseded mark says so in its events": `select n.supersedes_id::text as id from marks n where n.supersedes_id is not null
       and not exists (select 1 from mark_events e where e.mark_id = n.supersedes_id and e.kind = 'supersede' and e.confirmed_at is not null)`,
  "a mark has a decision by someone who neither rated nor settled nor belonged to the provider": `select m.id::text as id from marks m join decisions d on d.id = m.decision_id join cases c on c.id = d.case_id
       where exists (select 1 from ratings r where r.case_id = c.id and r.rated_by = d.decided_by)
          or exists (select 1 from settlements s where s.case_id = c.id and s.settled_by = d.decided_by)
          or exists (select 1 from memberships p where p.organisation_id = c.organisation_id and p.person_id = d.decided_by and p.since < d.decided_at)`,
  "nobody who belonged to a provider rated its case":
    "select r.id::text as id from ratings r join cases c on c.id = r.case_id join memberships p on p.organisation_id = c.organisation_id and p.person_id = r.rated_by and p.since < r.rated_at",
  "the two readers of a case are two people":
    "select a.case_id::text as id from assignments a join assignments b on b.case_id = a.case_id and b.person_id = a.person_id and b.part <> a.part where a.ended_at is null and b.ended_at is null",
  "a suspension, a reinstatement and a withdrawal took two people, but for what a rule did":
    "select id::text from mark_events where kind in ('suspend', 'reinstate', 'withdraw') and confirmed_at is not null and (proposed_by is not null or kind = 'withdraw') and (proposed_by is null or confirmed_by is null or confirmed_by = proposed_by)",
  "no answer of a submitted assessment is newer than its submission":
    "select a.assessment_id::text as id from answers a join submissions s on s.assessment_id = a.assessment_id where a.saved_at > s.submitted_at",
  "every submitted assessment has its frozen submission":
    "select id::text from assessments a where state = 'submitted' and not exists (select 1 from submissions s where s.assessment_id = a.id)",
  "every submission has its case": "select id::text from submissions s where not exists (select 1 from cases c where c.submission_id = s.id)",
  "every decided case has a decision of its last round, and no other": `select c.id::text from cases c
       where (c.state in ('decided', 'deferred')) <> exists (select 1 from decisions d where d.case_id = c.id and (c.state <> 'withdrawn' or d.outcome <> 'deferred') and d.round = (select coalesce(max(o.no), 1) from case_rounds o where o.case_id = c.id))`,
  "an award has exactly one mark of its level, and no other decision has one": `select d.id::text from decisions d
       left join marks m on m.decision_id = d.id or (m.level = d.outcome and exists (select 1 from case_rounds r where r.case_id = d.case_id and r.kind = 'appeal' and r.no <= d.round)
         and not exists (select 1 from marks o where o.decision_id = d.id) and m.decision_id in (select g.id from decisions g where g.case_id = d.case_id and g.round < d.round))
       where not (m.id is null and (exists (select 1 from decisions l where l.case_id = d.case_id and l.round > d.round) or ${lowersLater}))
         and coalesce(m.level, '') <> case when d.outcome in ('essentials', 'assured', 'assured_commended', 'assured_with_conditions') then d.outcome else '' end`,
  "nobody rated a case after its reading was over": `select r.id::text as id from ratings r join case_moves m on m.case_id = r.case_id and m.to_state in ('moderating', 'deciding', 'deferred', 'decided') where r.rated_at > m.at
       and not exists (select 1 from case_rounds o where o.case_id = r.case_id and o.no <= r.round and o.opened_at >= m.at)`,
  "every file that a submission shows was looked at": `select f.id::text from ${sent} s, jsonb_object_keys(s.content::jsonb -> 'files') shown join evidence_files f on f.id::text = shown where f.checked_at is null`,
  "a look at a web page kept something, with its hash, or says why not": `select id::text from link_captures where (outcome = 'kept') <> (storage_key is not null and sha256 is not null)`,
  "every file that a submission shows has its row, with the same hash": `select s.id::text from ${sent} s, jsonb_each(s.content::jsonb -> 'files') shown
       where not exists (select 1 from evidence_files f where f.id::text = shown.key and f.sha256 = shown.value ->> 'sha256')`,
  "every published version, every translation and everything that was sent hashes to what it says": `select id::text from standard_versions where sha256 <> encode(sha256(convert_to(content, 'UTF8')), 'hex')
       union all select id::text from standard_translations where sha256 <> encode(sha256(convert_to(content, 'UTF8')), 'hex')
       union all select id::text from ${sent} s
         where coalesce((select p.sha256_after from purges p where p.sent_id = s.id order by p.seq desc limit 1), sha256) <> encode(sha256(convert_to(content, 'UTF8')), 'hex')`,
  "every mark, and every change of one, is in the public log once and as it happened": `select coalesce(d.kind || ' ' || d.source, 'leaf ' || l.seq) as id from log_due d
       full join (select * from log_leaves where kind <> 'audit_head') l on l.kind = d.kind and l.source = d.source
       where d.source is null or l.source is null or l.content <> leaf_content(d.kind, d.code, d.at, d.facts)`,
  "the public log has no gap, and every leaf hashes to what it says": `select 'leaf ' || seq as id from (select seq, content, hash, row_number() over (order by seq) - 1 as place from log_leaves) l
       where seq <> place or hash <> sha256('\\x00'::bytea || convert_to(content, 'UTF8'))`,
  "words removed from what was sent are on record, from the hash it was sent with to the one it has now": `select p.id::text from ${sent} s
       join (select id, sent_id, sha256_before, lag(sha256_after) over (partition by sent_id order by seq) as before from purges) p on p.sent_id = s.id where p.sha256_before <> coalesce(p.before, s.sha256)`,
};

/** Taken out for good because it held somebody's details. */
const taken = (kind: "file" | "page") => `id::text in (select target from privacy_locks where kind = '${kind}' and state = 'purged')`;
const storedFiles = `select storage_key, sha256 from evidence_files where removed_at is null and not ${taken("file")} union all select storage_key, sha256 from link_captures where storage_key is not null and removed_at is null and not ${taken("page")} union all select storage_key, sha256 from certificates union all select storage_key, sha256 from letters union all select storage_key, sha256 from register_snapshots where removed_at is null`;

/** Said to be deleted before today: a job may still be about today's. */
const goneFiles = `select storage_key from evidence_files where removed_at < ($1::date::timestamp at time zone 'Europe/London') union all select storage_key from link_captures where removed_at < ($1::date::timestamp at time zone 'Europe/London') union all select storage_key from register_snapshots where removed_at < ($1::date::timestamp at time zone 'Europe/London')`;

const takenFiles = `select storage_key from evidence_files where ${taken("file")} union all select storage_key from link_captures where storage_key is not null and ${taken("page")}`;

/** Checks every statement against the database and every stored file against its hash. `today` is an ISO day. */
export async function checkInvariants(sql: Sql, today: string): Promise<Invariant[]> {
  const found: Invariant[] = [];
  for (const [name, query] of Object.entries(statements)) {
    const rows = await sql.unsafe(query, query.includes("$1") ? [today] : []);
    found.push({ name, ok: rows.length === 0, ids: rows.map((row) => String(row.id)) });
  }
  const left: string[] = [];
  for (const { storage_key } of await sql.unsafe(takenFiles)) if (await readStored(storage_key)) left.push(storage_key);
  found.push({ name: "nothing that was removed for good is still stored", ok: left.length === 0, ids: left });
  const wrong: string[] = [];
  for (const { storage_key, sha256: expected } of await sql.unsafe(storedFiles)) {
    const bytes = await readStored(storage_key);
    if (!bytes || sha256(bytes) !== expected) wrong.push(storage_key);
  }
  found.push({ name: "every stored file is there and hashes to what its row says", ok: wrong.length === 0, ids: wrong });
  const still: string[] = [];
  for (const { storage_key } of await sql.unsafe(goneFiles, [today])) if (await readStored(storage_key)) still.push(storage_key);
  found.push({ name: "every file that is said to be deleted is", ok: still.length === 0, ids: still });
  return found;
}
