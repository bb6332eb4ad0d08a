import { useEffect, useState } from "react";
import type { ClearFilesEvent, QuestionPanelDynamicModel, SurveyModel, UploadFilesEvent } from "survey-core";
import { useLanguage } from "~/platform/language";
import type { Language } from "~/platform/words";
import type { LanguageSwitchProps } from "~/ui/work-bar";
import type { HeldAward } from "../questions";
import type { ShownCriterion } from "../shown-criterion";
import { Autosave, type SaveState } from "./autosave";
import type { Drawn } from "./drawn";
import { type FileNames, type Filled, filledFrom, type Have, surveyDataOf } from "./from-survey";
import { keptCopy } from "./kept-copy";
import { merge, type Parts } from "./merge";
import { filledOf, partsOf, putAnswer } from "./send";
import { modelOf } from "./setup";
import { type FormDays, surveyOf } from "./to-survey";
import { upload } from "./upload";

export type AnswerFormProps = {
  criterion: ShownCriterion;
  days: FormDays;
  held: Filled & { version: number; lastSaved: { at: string; by: string } | undefined };
  /** What was typed into the plain form before this one had come. */
  typed: Filled | undefined;
  files: FileNames;
  have: readonly Have[];
  awards: readonly HeldAward[];
  personId: string;
  /** The id of a heading on the page that asks something of an answer that is left as it stands. */
  unsaid: string | undefined;
  addresses: { save: string; upload: string; next: string; list: string; here: string; talk: string; signIn: string };
  switching: LanguageSwitchProps;
};

/** One model and one autosave for as long as the page lives, tied together: what is typed is saved, and what others saved comes in. */
export function useAnswer({ criterion, days, held, typed, files, have, awards, personId, addresses }: AnswerFormProps) {
  const language = useLanguage();
  const [state, setState] = useState<SaveState>({ is: "idle" });
  const [{ model, saver, names, base, early }] = useState(() => {
    const names: FileNames = { ...Object.fromEntries(have.map(({ id, name, bytes }) => [id, { name, bytes }])), ...files };
    const model = modelOf(surveyOf(criterion, { days, language, have, awards }));
    model.data = surveyDataOf(held, names);
    const saver = new Autosave({
      held: { version: held.version, parts: partsOf(held) },
      send: (parts, basedOn) =>
        putAnswer(
          addresses.save,
          parts,
          basedOn,
          personId,
          (learnt) => Object.assign(names, learnt),
          (warnings) => showWarnings(model, warnings),
        ),
      kept: keptCopy(personId, addresses.save, localStorage),
      onState: setState,
      onParts: (parts) => show(model, parts, names),
    });
    return { model, saver, names, base: partsOf(held), early: typed && partsOf(typed) };
  });
  useEffect(() => {
    const changed = () => saver.changed(partsNow(model), isTyping());
    model.onValueChanged.add(changed);
    saver.start();
    if (early) show(model, merge(base, early, partsNow(model)).merged, names);
    return () => {
      saver.stop();
      model.onValueChanged.remove(changed);
    };
  }, [model, saver, names, base, early]);
  useEffect(() => whenLeaving(saver), [saver]);
  useEffect(() => takeFiles(model, addresses.upload, names, language), [model, addresses.upload, names, language]);
  return { model, saver, state, names };
}

export const partsNow = (model: SurveyModel) => partsOf(filledFrom(model.data));

function whenLeaving(saver: Autosave) {
  const hidden = () => document.visibilityState === "hidden" && saver.leave();
  addEventListener("online", saver.retry);
  addEventListener("pagehide", saver.leave);
  document.addEventListener("visibilitychange", hidden);
  return () => {
    removeEventListener("online", saver.retry);
    removeEventListener("pagehide", saver.leave);
    document.removeEventListener("visibilitychange", hidden);
  };
}

/** A file is stored as soon as it is chosen. Taking it off the answer leaves it stored. */
function takeFiles(model: SurveyModel, address: string, names: FileNames, language: Language) {
  const send = async (_: SurveyModel, { files: [file], callback }: UploadFilesEvent) => {
    if (!file) return;
    const kept = await upload(address, file, language);
    if (!kept.ok) return callback([], [kept.words]);
    names[kept.file.id] = { name: kept.file.name, bytes: kept.file.bytes };
    callback([{ file: new File([], kept.file.name), content: kept.file.id }]);
  };
  const clear = (_: SurveyModel, { callback }: ClearFilesEvent) => callback("success", null);
  model.onUploadFiles.add(send);
  model.onClearFiles.add(clear);
  return () => {
    model.onUploadFiles.remove(send);
    model.onClearFiles.remove(clear);
  };
}

/** Puts parts into the form; what is the same already is left alone, with the caret that may be in it. */
function show(model: SurveyModel, parts: Parts, files: FileNames) {
  const before = surveyDataOf(filledFrom(model.data), files);
  const after = surveyDataOf(filledOf(parts), files);
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (JSON.stringify(before[name]) !== JSON.stringify(after[name])) model.setValue(name, after[name]);
  }
}

/** Beside each box what looks like personal details in it; nothing beside the others. */
function showWarnings(model: SurveyModel, warnings: Record<string, string>) {
  for (const [field, question] of Object.entries(typedQuestions(model))) if (question.warning !== warnings[field]) question.warning = warnings[field];
}

/** Everything words are typed into, by the names the server gives the parts. */
function typedQuestions(model: SurveyModel): Record<string, Drawn> {
  const named = { how: "how", "na.words": "naWords", "plan.what": "planWhat", "plan.who": "planWho", "plan.help": "planHelp" };
  const found = Object.entries(named).map(([field, name]) => [field, model.getQuestionByName(name)]);
  const panels = (model.getQuestionByName("evidence") as QuestionPanelDynamicModel | null)?.panels ?? [];
  const items = panels.flatMap((panel, place) => ["words", "title"].map((name) => [`evidence.${place}.${name}`, panel.getQuestionByName(name)]));
  return Object.fromEntries([...found, ...items].filter(([, question]) => question));
}

/** Letters are being typed, so a pause will come; a choice is made at once. */
function isTyping() {
  const at = document.activeElement;
  return at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && ["text", "url", "date"].includes(at.type));
}
