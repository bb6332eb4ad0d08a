import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import { readTyped, typedFrom } from "./answer-form";
import type { Filled } from "./survey/from-survey";
import type { AnswerFormProps } from "./survey/use-answer";

export const plainFormId = "answer";
export type AnswerEditorProps = Omit<AnswerFormProps, "typed"> & { /** The plain form. What everybody gets first, and whoever has no scripts keeps. */ children: ReactNode };

type Loaded = { Form: ComponentType<AnswerFormProps>; typed: Filled | undefined };

/** The plain form, replaced by the one that saves by itself once that has come. What was typed meanwhile goes along; when it never comes, the plain form works on. */
export function AnswerEditor({ children, ...props }: AnswerEditorProps) {
  const [loaded, setLoaded] = useState<Loaded>();
  const held = useRef(props.held);
  useEffect(() => {
    let gone = false;
    import("./survey/survey.client").then(
      ({ SurveyForm }) => {
        if (!gone) setLoaded({ Form: SurveyForm, typed: typedMeanwhile(held.current) });
      },
      () => {},
    );
    return () => {
      gone = true;
    };
  }, []);
  return loaded ? <loaded.Form {...props} typed={loaded.typed} /> : children;
}

function typedMeanwhile(held: Filled): Filled | undefined {
  const form = document.getElementById(plainFormId);
  if (!(form instanceof HTMLFormElement)) return undefined;
  const read = readTyped(typedFrom(new FormData(form)), held.answer.evidence, "en");
  return read.ok && JSON.stringify(read.filled) !== JSON.stringify({ answer: held.answer, privateNote: held.privateNote }) ? read.filled : undefined;
}
