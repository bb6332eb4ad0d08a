import type { ReactNode } from "react";
import { Grouped, type Labelling } from "./form";
import { Posts } from "./icons";

export type Step = { value: string; standing: 0 | 1 | 2 | 3; label: string; children: ReactNode };
export type ScaleProps = Labelling & { name: string; id?: string; steps: readonly Step[]; value?: string | undefined };

/** One step of a scale, each with its posts, its word and what it takes. A row is one target. The first step carries the id. */
export function Scale({ name, id = name, steps, value, ...labelling }: ScaleProps) {
  return (
    <Grouped id={id} {...labelling}>
      <div className="wm-scale">
        {steps.map((step, index) => (
          <label key={step.value}>
            <input type="radio" id={index === 0 ? id : `${id}-${index + 1}`} name={name} value={step.value} defaultChecked={step.value === value} />
            <Posts standing={step.standing} />
            <strong>{step.label}</strong>
            <span className="wm-scale__what">{step.children}</span>
          </label>
        ))}
      </div>
    </Grouped>
  );
}

export type TicksProps = Labelling & { name: string; id?: string; tests: readonly { value: string; label: ReactNode }[]; values?: readonly string[] };

/** A close list of things to tick off, for somebody with many to do. Sends `name` once for each tick. */
export function Ticks({ name, id = name, tests, values = [], ...labelling }: TicksProps) {
  return (
    <Grouped id={id} {...labelling}>
      <ul className="wm-ticks">
        {tests.map((test, index) => (
          <li key={test.value}>
            <label>
              <input type="checkbox" id={index === 0 ? id : `${id}-${index + 1}`} name={name} value={test.value} defaultChecked={values.includes(test.value)} />
              <span>{test.label}</span>
            </label>
          </li>
        ))}
      </ul>
    </Grouped>
  );
}

/** Two halves of a wide screen: what is read, and what is said about it. */
export const Desk = ({ read, say }: { read: ReactNode; say: ReactNode }) => (
  <div className="wm-desk">
    <div>{read}</div>
    <div>{say}</div>
  </div>
);

/** One line over a desk: what lies on it, and by when. */
export const DeskBar = ({ children, right }: { children: ReactNode; right?: ReactNode }) => (
  <div className="wm-deskbar">
    <div>{children}</div>
    {right && <div>{right}</div>}
  </div>
);
