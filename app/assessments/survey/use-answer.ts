import { useEffect, useMemo, useRef, useState } from "react";
import type { SurveyModel } from "survey-core";
import type { Criterion } from "#standards/format";
import { Autosave, type SaveState } from "./autosave";
import { type FileNames, type Filled, filledFrom, surveyDataOf } from "./from-survey";
import { keptCopy } from "./kept-copy";
import type { Parts } from "./merge";
import { filledOf, partsOf, putAnswer } from "./send";
import { modelOf } from "./setup";
import { type FormDays, surveyOf } from "./to-survey";
import { upload } from "./upload";

export type AnswerFormProps = {
  criterion: Criterion;
  days: FormDays;
  held: Filled & { version: number; savedAt: string | undefined };
  /** What was typed into the plain form before this one had come. */
  typed: Filled | undefined;
  files: FileNames;
  personId: string;
  addresses: { save: string; upload: string; next: string; list: string; signIn: string };
};

/** One model and one autosave for as long as the page lives, tied together: what is typed is saved, and what others saved comes in. */
export function useAnswer({ criterion, days, held, typed, files, personId, addresses }: AnswerFormProps) {
  const names = useRef<FileNames>({ ...files });
  const [state, setState] = useState<SaveState>({ is: "idle" });
  const model = useMemo(() => {
    const made = modelOf(surveyOf(criterion, days));
    made.data = surveyDataOf(typed ?? held, names.current);
    return made;
    // Made once: what comes in later is set on it.
  }, []);
  const saver = useMemo(
    () =>
      new Autosave({
        held: { version: held.version, parts: partsOf(held) },
        send: (parts, basedOn) => putAnswer(addresses.save, parts, basedOn, (learnt) => Object.assign(names.current, learnt)),
        kept: keptCopy(personId, addresses.save, localStorage),
        onState: setState,
        onParts: (parts) => show(model, parts, names.current),
      }),
    [],
  );
  useEffect(() => {
    const changed = () => saver.changed(partsOf(filledFrom(model.data)), isTyping());
    model.onValueChanged.add(changed);
    model.onUploadFiles.add(async (_, options) => {
      const [file] = options.files;
      const kept = file && (await upload(addresses.upload, file));
      if (!kept?.ok) return options.callback([], [kept?.words ?? ""]);
      names.current[kept.file.id] = { name: kept.file.name, bytes: kept.file.bytes };
      options.callback([{ file: new File([], kept.file.name), content: kept.file.id }]);
    });
    model.onClearFiles.add((_, options) => options.callback("success", null));
    const hidden = () => document.visibilityState === "hidden" && saver.leave();
    addEventListener("online", saver.retry);
    addEventListener("pagehide", saver.leave);
    document.addEventListener("visibilitychange", hidden);
    saver.start();
    if (typed) changed();
    return () => {
      saver.stop();
      removeEventListener("online", saver.retry);
      removeEventListener("pagehide", saver.leave);
      document.removeEventListener("visibilitychange", hidden);
      model.onValueChanged.clear();
      model.onUploadFiles.clear();
      model.onClearFiles.clear();
    };
  }, []);
  return { model, saver, state, partsNow: () => partsOf(filledFrom(model.data)), names: names.current };
}

/** Puts parts into the form; what is the same already is left alone, with the caret that may be in it. */
function show(model: SurveyModel, parts: Parts, files: FileNames) {
  const before = surveyDataOf(filledFrom(model.data), files);
  const after = surveyDataOf(filledOf(parts), files);
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (JSON.stringify(before[name]) !== JSON.stringify(after[name])) model.setValue(name, after[name]);
  }
}

/** Letters are being typed, so a pause will come; a choice is made at once. */
function isTyping() {
  const at = document.activeElement;
  return at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && ["text", "url", "date"].includes(at.type));
}
