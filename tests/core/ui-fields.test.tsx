import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Checkbox, Checkboxes, Radios } from "~/ui/choices";
import { DateField } from "~/ui/date-field";
import { ErrorSummary } from "~/ui/error-summary";
import { FileField } from "~/ui/file-field";
import type { Labelling } from "~/ui/form";
import { Scale, Ticks } from "~/ui/scale";
import { SelectField } from "~/ui/select-field";
import { TextArea, TextField } from "~/ui/text-field";

const choices = [
  { value: "a", label: "A photo", hint: "Or a file" },
  { value: "b", label: "A call" },
];

/** Every kind of field there is. A new one belongs here. */
const kinds: Record<string, (name: string, about: Labelling) => ReactElement> = {
  TextField: (name, about) => <TextField name={name} {...about} />,
  "TextField with prefix": (name, about) => <TextField name={name} prefix="£" suffix="a visit" {...about} />,
  TextArea: (name, about) => <TextArea name={name} {...about} />,
  DateField: (name, about) => <DateField name={name} {...about} />,
  Radios: (name, about) => <Radios name={name} choices={choices} {...about} />,
  Checkboxes: (name, about) => <Checkboxes name={name} choices={choices} {...about} />,
  Checkbox: (name, { label, hint, error }) => <Checkbox name={name} label={label} hint={hint} error={error} />,
  SelectField: (name, about) => <SelectField name={name} options={choices.map(({ value, label }) => ({ value, label }))} {...about} />,
  FileField: (name, about) => <FileField name={name} {...about} />,
  Scale: (name, about) => (
    <Scale
      name={name}
      steps={[
        { value: "0", standing: 0, label: "Not yet", children: "No lead" },
        { value: "1", standing: 1, label: "Developing", children: "A lead" },
      ]}
      {...about}
    />
  ),
  Ticks: (name, about) => <Ticks name={name} tests={choices} {...about} />,
};

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((found) => found[1] ?? "");
const ids = (html: string) => all(html, / id="([^"]+)"/g);
const described = (html: string) => all(html, / aria-describedby="([^"]+)"/g).flatMap((each) => each.split(" "));

test.each(Object.entries(kinds))("%s: labels, descriptions and the error summary lead to what is there", (_, field) => {
  const html = renderToStaticMarkup(
    <>
      <ErrorSummary errors={{ first: "Say how", second: "Say when" }} />
      {field("first", { label: "How?", hint: "In a sentence", error: "Say how" })}
      {field("second", { label: "When?", hint: "In a word", error: "Say when" })}
    </>,
  );
  expect(new Set(ids(html)).size, "ids are unique").toBe(ids(html).length);
  const linked = [...described(html), ...all(html, / for="([^"]+)"/g), ...all(html, / href="#([^"]+)"/g)];
  expect(linked.filter((id) => !ids(html).includes(id))).toEqual([]);
  expect(all(html, /href="#([^"]+)"/g)).toEqual(["first", "second"]);
  expect(html).toMatch(/<(input|textarea|select)[^>]* id="first"/);
});

test.each(Object.entries(kinds))("%s: hint and error are both read out, the hint first", (_, field) => {
  const html = renderToStaticMarkup(field("how", { label: "How?", hint: "In a sentence", error: "Say how" }));
  const [hint, error] = described(html).filter((id) => /^how(-item)?-(hint|error)$/.test(id));
  expect(html).toMatch(new RegExp(`id="${hint}"[^>]*>In a sentence`));
  expect(html).toMatch(new RegExp(`id="${error}"[^>]*><span class="govuk-visually-hidden">Error:</span> Say how`));
});

test.each(Object.entries(kinds))("%s: without hint and error nothing is described", (_, field) => {
  const html = renderToStaticMarkup(field("how", { label: "How?" }));
  expect(described(html).filter((id) => /^how-(hint|error)$/.test(id))).toEqual([]);
  expect(html).not.toContain("aria-invalid");
  expect(html).not.toContain("--error");
});

test("what was typed is kept", () => {
  expect(renderToStaticMarkup(<TextField name="n" label="Name" value={'"><script>'} />)).toContain('value="&quot;&gt;&lt;script&gt;"');
  expect(renderToStaticMarkup(<TextArea name="n" label="Name" value="two\nlines" />)).toContain(">two\\nlines</textarea>");
  expect(renderToStaticMarkup(<DateField name="d" label="Day" value={{ day: "31", month: "feb", year: "" }} />)).toMatch(
    /name="d-day"[^>]*value="31".*name="d-month"[^>]*value="feb"/,
  );
  expect(renderToStaticMarkup(<Radios name="r" label="Which?" choices={choices} value="b" />)).toMatch(/value="b"[^>]*checked|checked=""[^>]*value="b"/);
  expect(renderToStaticMarkup(<Checkboxes name="c" label="Which?" choices={choices} values={["a", "b"]} />).match(/checked=""/g)).toHaveLength(2);
  expect(renderToStaticMarkup(<SelectField name="s" label="Which?" options={[{ value: "a", label: "A" }]} value="a" />)).toMatch(/<option value="a" selected="">/);
});

test("a field that may be left out says so, the others do not", () => {
  expect(renderToStaticMarkup(<TextField name="n" label="Name" optional />)).toContain("Name (optional)");
  expect(renderToStaticMarkup(<Radios name="r" label="Which?" choices={choices} optional />)).toContain("Which? (optional)");
  expect(renderToStaticMarkup(<TextField name="n" label="Name" />)).not.toContain("optional");
});

test("a summary without errors is not there", () => {
  expect(renderToStaticMarkup(<ErrorSummary errors={{}} />)).toBe("");
});

test("a date's error marks the boxes it is about", () => {
  const html = renderToStaticMarkup(<DateField name="d" label="Day" error="Enter a year of four digits" wrong={["year"]} />);
  expect(html.match(/aria-invalid/g)).toHaveLength(1);
  expect(html).toMatch(/govuk-input--width-4 govuk-input--error/);
});
