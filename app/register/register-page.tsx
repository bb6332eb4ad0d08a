import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { Answer, StateWord } from "~/ui/answer";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choices";
import { Chip, Compare, CompareItem } from "~/ui/compare";
import { Form } from "~/ui/form";
import { Box, OneLine, Prose, Quiet } from "~/ui/layout";
import { Pagination } from "~/ui/pagination";
import { SelectField } from "~/ui/select-field";
import { Sentence } from "~/ui/sentence";
import { TextField } from "~/ui/text-field";
import { type Card, type RegisterView, searchPath } from "./register-view";
import { registerWords } from "./words/register-words";

/** Finding a group: the ones whose room is confirmed, then, apart from them, the ones to ring first. */
export function RegisterPage({ view }: { view: RegisterView }) {
  const { t, language } = useWords(registerWords);
  const { h1, search, notes, cards, page, pages } = view;
  const first = cards.filter(({ group }) => group === "confirmed");
  const apart = cards.filter(({ group }) => group === "ring_first");
  return (
    <>
      <Answer>{h1}</Answer>
      <SearchForm view={view} />
      {notes.map((note) => (
        <Box key={note}>
          <p>{note}</p>
        </Box>
      ))}
      {cards.length > 0 && (
        <p>
          <Quiet small>{t("register.order")}</Quiet>
        </p>
      )}
      <Cards cards={first} />
      {apart.length > 0 && <h2 className="wm-h wm-h--ruled">{t(search.accepting ? "register.apart_accepting" : "register.apart")}</h2>}
      <Cards cards={apart} apart />
      {cards.length === 0 && <Nothing search={search} />}
      <Pagination page={page} pages={pages} href={(to) => searchPath(search, { page: to }, language)} of={t("register.groups")} />
    </>
  );
}

function SearchForm({ view: { search, standards } }: { view: RegisterView }) {
  const { t, language } = useWords(registerWords);
  const chosen = standards.find(({ value }) => value === search.standard);
  return (
    <>
      <Form method="get" action={paths.register}>
        <OneLine>
          <TextField name="q" label={t("register.q")} value={search.q} type="search" width={20} autoComplete="off" />
          <SelectField name="standard" label={t("register.standard")} options={standards} value={search.standard ?? ""} empty={t("register.any")} />
          <Checkbox name="accepting" label={t("register.accepting")} checked={search.accepting === "yes"} small />
          <Button>{t("register.search")}</Button>
        </OneLine>
      </Form>
      <p>
        {search.q && <Chip href={searchPath(search, { q: "" }, language)}>{search.q}</Chip>}
        {chosen && <Chip href={searchPath(search, { standard: undefined }, language)}>{chosen.label}</Chip>}
        {search.accepting && <Chip href={searchPath(search, { accepting: undefined }, language)}>{t("register.accepting")}</Chip>}
      </p>
    </>
  );
}

function Cards({ cards, apart = false }: { cards: Card[]; apart?: boolean }) {
  const { t, at } = useWords(registerWords);
  return cards.length === 0 ? null : (
    <Compare>
      {cards.map(({ slug, name, area, room, wait, marks, told, phone, checked }) => (
        <CompareItem
          key={slug}
          href={at(paths.provider(slug))}
          heading={name}
          note={area}
          apart={apart}
          rows={[
            {
              term: t("register.rows.room"),
              children: (
                <>
                  <StateWord tone={room.tone} icon={room.icon}>
                    {room.word}
                  </StateWord>
                  <br />
                  <Quiet small>{room.since}</Quiet>
                </>
              ),
            },
            { term: t("register.rows.wait"), children: room.tone === "ask" ? <Quiet>{wait}</Quiet> : wait },
            {
              term: t("register.rows.marks"),
              children: (
                <ul className="wm-compare__list">
                  {marks.map(({ words, code }) => (
                    <li key={code}>
                      <a href={at(paths.mark(code))}>{words}</a>
                    </li>
                  ))}
                </ul>
              ),
            },
            ...told.map(({ term, words }) => ({ term, children: words })),
            {
              term: t("register.rows.ring"),
              children: phone ? (
                <a href={phone.href}>
                  <strong>{phone.shown}</strong>
                </a>
              ) : (
                t("register.unsaid")
              ),
            },
            { term: t("register.rows.checked"), children: checked },
          ]}
        />
      ))}
    </Compare>
  );
}

function Nothing({ search }: { search: RegisterView["search"] }) {
  const { t, at, language } = useWords(registerWords);
  const off = (words: string) => <a href={searchPath({ q: search.q, standard: undefined, accepting: undefined }, {}, language)}>{words}</a>;
  const verify = (words: string) => <a href={at(paths.verify)}>{words}</a>;
  return (
    <Prose>
      <p>{t("register.nothing.can")}</p>
      <ul>
        {search.q && <li>{t("register.nothing.shorter")}</li>}
        {(search.accepting || search.standard) && (
          <li>
            <Sentence of={t("register.nothing.filters")} parts={{ off }} />
          </li>
        )}
        <li>
          <Sentence of={t("register.nothing.code")} parts={{ verify }} />
        </li>
      </ul>
      <p>{t("register.nothing.only")}</p>
    </Prose>
  );
}
