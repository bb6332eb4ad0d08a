import { ofMarks } from "~/marks/of-marks.server";
import { ofUpkeep } from "~/marks/of-upkeep.server";
import type { Chapter } from "~/review/record/chapter.server";
import { reviewChapters } from "~/review/record/chapters.server";

/** Whatever is told in the record of a case. A capability that comes after review brings its own chapter here. */
export const chapters: readonly Chapter[] = [...reviewChapters, ofMarks, ofUpkeep];
