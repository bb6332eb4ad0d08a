import { existsSync } from "node:fs";
import { join } from "node:path";
import { type TranslationLanguage, translationLanguages } from "#standards/translation-format";
import type { VersionFiles } from "../read-version.server";
import { compareVersions } from "../version-order";
import type { Fault } from "../yaml-file.server";

/** Versions without any translation into a language that an older version of the same standard has, each said at its title. A version may be written first and translated later, so they are warnings. */
export function untranslated(versions: VersionFiles[]): Fault[] {
  return versions.flatMap((one) =>
    translationLanguages
      .filter((language) => !isIn(one, language) && versions.some((other) => isOlder(other, one) && isIn(other, language)))
      .flatMap((language) => one.place("standard", ["title"], `there is no ${language}/ beside it, as older versions have; ${readers[language]} would see English`) ?? []),
  );
}

const readers: Record<TranslationLanguage, string> = { cy: "readers of Welsh" };
const isIn = ({ folder }: VersionFiles, language: TranslationLanguage) => existsSync(join(folder, language));
const isOlder = ({ standard: other }: VersionFiles, { standard }: VersionFiles) => other.key === standard.key && compareVersions(other.version, standard.version) < 0;
