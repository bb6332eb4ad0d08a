import { paths } from "~/platform/paths";
import { Answer, StateWord } from "~/ui/answer";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/choices";
import { Chip, Compare, CompareItem } from "~/ui/compare";
import { Form } from "~/ui/form";
import { Box, OneLine, Prose, Quiet } from "~/ui/layout";
import { Pagination } from "~/ui/pagination";
import { SelectField } from "~/ui/select-field";
import { TextField } from "~/ui/text-field";
import { type Card, type RegisterView, searchPath } from "./register-view";

/** Finding a group: the ones whose room is confirmed, then, apart from them, the ones to ring first. */
export function RegisterPage({ view }: { view: RegisterView }) {
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
          <Quiet small>
            Best fit first, then by name. Never by level, size or how well known. A group that is not here has not been assessed by us: that says nothing about how good or safe it
            is.
          </Quiet>
        </p>
      )}
      <Cards cards={first} />
      {apart.length > 0 && (
        <h2 className="wm-h wm-h--ruled">
          {search.accepting ? "These last said they had room. Ring before you refer" : "Ring before you refer: not confirmed lately, or a mark suspended"}
        </h2>
      )}
      <Cards cards={apart} apart />
      {cards.length === 0 && <Nothing search={search} />}
      <Pagination page={page} pages={pages} href={(to) => searchPath(search, { page: to })} of="groups" />
    </>
  );
}

function SearchForm({ view: { search, standards } }: { view: RegisterView }) {
  const chosen = standards.find(({ value }) => value === search.standard);
  return (
    <>
      <Form method="get" action={paths.register}>
        <OneLine>
          <TextField name="q" label="Name or place" value={search.q} type="search" width={20} autoComplete="off" />
          <SelectField name="standard" label="With a mark for" options={standards} value={search.standard ?? ""} empty="Any standard" />
          <Checkbox name="accepting" label="Taking new people" checked={search.accepting === "yes"} small />
          <Button>Search</Button>
        </OneLine>
      </Form>
      <p>
        {search.q && <Chip href={searchPath(search, { q: "" })}>{search.q}</Chip>}
        {chosen && <Chip href={searchPath(search, { standard: undefined })}>{chosen.label}</Chip>}
        {search.accepting && <Chip href={searchPath(search, { accepting: undefined })}>Taking new people</Chip>}
      </p>
    </>
  );
}

const Cards = ({ cards, apart = false }: { cards: Card[]; apart?: boolean }) =>
  cards.length === 0 ? null : (
    <Compare>
      {cards.map(({ slug, name, area, room, wait, marks, told, phone, checked }) => (
        <CompareItem
          key={slug}
          href={paths.provider(slug)}
          heading={name}
          note={area}
          apart={apart}
          rows={[
            {
              term: "Room",
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
            { term: "Wait", children: room.tone === "ask" ? <Quiet>{wait}</Quiet> : wait },
            {
              term: "Marks",
              children: (
                <ul className="wm-compare__list">
                  {marks.map(({ words, code }) => (
                    <li key={code}>
                      <a href={paths.mark(code)}>{words}</a>
                    </li>
                  ))}
                </ul>
              ),
            },
            ...told.map(({ term, words }) => ({ term, children: words })),
            {
              term: "Ring",
              children: phone ? (
                <a href={phone.href}>
                  <strong>{phone.shown}</strong>
                </a>
              ) : (
                "They have not said"
              ),
            },
            { term: "We checked", children: checked },
          ]}
        />
      ))}
    </Compare>
  );

const Nothing = ({ search }: { search: RegisterView["search"] }) => (
  <Prose>
    <p>What you can do:</p>
    <ul>
      {search.q && <li>Use fewer or shorter words, or only the name of the place.</li>}
      {(search.accepting || search.standard) && (
        <li>
          <a href={searchPath({ q: search.q, standard: undefined, accepting: undefined })}>Take the filters off</a>.
        </li>
      )}
      <li>
        If you have a certificate, <a href={paths.verify}>check its code</a>.
      </li>
    </ul>
    <p>Only groups with a mark in force are listed. One that is not here has not been assessed by us. That says nothing about how good or safe it is.</p>
  </Prose>
);
