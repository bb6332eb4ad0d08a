import { Checkbox, Checkboxes, Radios } from "~/ui/choices";
import { Details } from "~/ui/details";
import { type FieldErrors, Grouped } from "~/ui/form";
import { Box } from "~/ui/layout";
import { SelectField } from "~/ui/select-field";
import { TextArea, TextField } from "~/ui/text-field";
import type { Field } from "./field";
import type { Option, Typed } from "./typed";

type FormProps = { fields: readonly Field[]; typed: Typed; errors: FieldErrors /** Everything a rule can look at. */; rules: readonly Option[] };
type One = { field: Field; typed: Typed; error: string | undefined; rules: readonly Option[] };

/** The fields of a file, each drawn by its kind. */
export const FieldInputs = ({ fields, typed, errors, rules }: FormProps) => (
  <>
    {fields.map((field) => (
      <Input key={field.name} field={field} typed={typed} error={errors[field.name]} rules={rules} />
    ))}
  </>
);

function Input(one: One) {
  const { field, typed, error } = one;
  const { name, kind, label, hint, options = [], optional } = field;
  const all = typed[name] ?? [];
  const value = all[0] ?? "";
  const asking = { name, label, error, ...(hint === undefined ? {} : { hint }), ...(optional ? { optional } : {}) };
  if (kind === "rows") return <Rows {...one} />;
  if (kind === "rule") return <RuleChoice {...one} />;
  if (kind === "sections") return <Sections {...one} />;
  if (kind === "yes") return <Checkbox name={name} label={label} checked={all.includes("yes")} error={error} />;
  if (kind === "ticks") return <Ticked field={field} all={all} error={error} />;
  if (options.length > 0) return <SelectField {...asking} options={options} value={value} empty="Choose one" />;
  if (kind === "words") return <TextArea {...asking} value={value} rows={3} />;
  if (kind === "lines") return <TextArea {...asking} value={value} rows={Math.max(2, value.split("\n").length)} />;
  if (kind === "number") return <TextField {...asking} value={value} width={4} inputMode="numeric" />;
  return <TextField {...asking} value={value} />;
}

/** Long lists are folded away; what is ticked is said on the fold. */
function Ticked({ field: { name, label, options = [] }, all, error }: { field: Field; all: string[]; error: string | undefined }) {
  const boxes = <Checkboxes name={name} label={label} choices={options} values={all} error={error} small />;
  return options.length > 12 ? <Details summary={`${label} (${all.length} chosen)`}>{boxes}</Details> : boxes;
}

/** A list of sentences. The number beside each is its place: changing it moves the sentence; emptying the words takes it out. Two more are always there to be filled. */
function Rows({ field: { name, label, hint }, typed, error }: One) {
  const words = [...(typed[name] ?? []).filter(Boolean), "", ""];
  return (
    <Grouped id={`${name}-list`} label={label} size="s" error={error} hint={[hint, "To move one, give it another number. To take one out, empty it."].filter(Boolean).join(" ")}>
      {words.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are drawn once on the server and never moved.
        <div className="wm-place" key={at}>
          <TextField name={`${name}_place`} id={`${name}-place-${at + 1}`} label={<Hidden of={label}>Place</Hidden>} value={String(at + 1)} width={2} inputMode="numeric" />
          <TextArea name={name} id={at === 0 ? name : `${name}-${at + 1}`} label={<Hidden of={label}>{`Number ${at + 1}`}</Hidden>} value={text} rows={2} />
        </div>
      ))}
    </Grouped>
  );
}

const Hidden = ({ of, children }: { of: string; children: string }) => (
  <>
    {children}
    <span className="govuk-visually-hidden"> of {of}</span>
  </>
);

function RuleChoice({ field: { name, label }, typed, error, rules }: One) {
  const kind = typed[`${name}_kind`]?.[0] ?? "always";
  const lines = [...(typed[name] ?? []).filter(Boolean), "", ""];
  const kinds = [
    { value: "always", label: "Everyone" },
    { value: "any", label: "Whoever gave one of these answers" },
    { value: "all", label: "Whoever gave all of these answers" },
    ...(kind === "kept" ? [{ value: "kept", label: "As the file says: it has more in it than this form can show" }] : []),
  ];
  return (
    <>
      <Radios name={`${name}_kind`} id={name} label={label} choices={kinds} value={kind} error={error} small />
      <Box>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are drawn once on the server and never moved.
          <SelectField key={at} name={name} id={`${name}-answer-${at + 1}`} label={`Answer ${at + 1}`} options={rules} value={line} empty="None" />
        ))}
      </Box>
    </>
  );
}

function Sections({ field: { name, label }, typed, error }: One) {
  const ids = [...(typed[`${name}_id`] ?? []).filter(Boolean), ""];
  const titles = typed[`${name}_title`] ?? [];
  return (
    <Grouped id={`${name}-list`} label={label} size="s" error={error} hint="In the order they are read. To take one out, empty both.">
      {ids.map((id, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are drawn once on the server and never moved.
        <div className="wm-place" key={at}>
          <TextField name={`${name}_id`} id={at === 0 ? name : `${name}-id-${at + 1}`} label={`Id ${at + 1}`} value={id} width={5} />
          <TextField name={`${name}_title`} id={`${name}-title-${at + 1}`} label={`Title ${at + 1}`} value={id === "" ? "" : (titles[at] ?? "")} />
        </div>
      ))}
    </Grouped>
  );
}
