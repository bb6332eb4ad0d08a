import { useWords } from "~/platform/language";
import { classes, Grouped, type Labelling } from "./form";
import { uiWords } from "./words/ui-words";

/** A day as three boxes hold it: as typed, perhaps wrong. */
export type TypedDate = { day: string; month: string; year: string };
export type DateFieldProps = Labelling & {
  name: string;
  id?: string;
  value?: TypedDate | undefined /** Which boxes the error is about. Left out, all three. */;
  wrong?: (keyof TypedDate)[];
};

/** A day in three boxes, named `NAME-day`, `NAME-month`, `NAME-year`. `typedDate` and `dayOf` in dates.ts read them back. Its id is on the first box, for error summaries. */
export function DateField({ name, id = name, value, wrong = ["day", "month", "year"], ...labelling }: DateFieldProps) {
  const { t } = useWords(uiWords);
  return (
    <Grouped id={id} role="group" {...labelling}>
      <div className="govuk-date-input">
        {parts.map(({ part, width }, index) => {
          const partId = index === 0 ? id : `${id}-${part}`;
          const bad = labelling.error !== undefined && wrong.includes(part);
          return (
            <div className="govuk-date-input__item" key={part}>
              <label className="govuk-label govuk-date-input__label" htmlFor={partId}>
                {t(`date.${part}`)}
              </label>
              <input
                className={classes(`govuk-input govuk-date-input__input govuk-input--width-${width}`, bad && "govuk-input--error")}
                id={partId}
                name={`${name}-${part}`}
                type="text"
                inputMode="numeric"
                defaultValue={value?.[part]}
                aria-invalid={bad ? true : undefined}
              />
            </div>
          );
        })}
      </div>
    </Grouped>
  );
}

const parts = [
  { part: "day", width: 2 },
  { part: "month", width: 2 },
  { part: "year", width: 4 },
] as const;
