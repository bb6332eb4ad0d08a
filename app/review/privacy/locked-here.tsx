import { useWords } from "~/platform/language";
import { formatDay } from "~/ui/dates";
import { Box } from "~/ui/layout";
import { reviewWords } from "../words/review-words";
import type { OwnLock } from "./locks";

type LockedHereProps = { locks: readonly (Pick<OwnLock, "kind" | "criterion" | "sorts" | "state"> & { on: string })[] };

/** To the group: what of the things it sent is locked, since when and why, and that something was removed. Nothing where nothing is. */
export function LockedHere({ locks }: LockedHereProps) {
  const { t, language } = useWords(reviewWords);
  const locked = locks.filter(({ state }) => state === "locked");
  if (locks.length === 0) return null;
  return (
    <Box tone="warn">
      {locked.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("locked.title")}</h2>
          <p>{t("locked.why")}</p>
          <ul className="govuk-list govuk-list--bullet">
            {locked.map(({ kind, criterion, sorts, on }) => (
              <li key={`${kind} ${criterion} ${on}`}>
                {t(`locked.${kind}`, { criterion })}, {t("locked.since", { day: formatDay(on, language) })}: {sorts.map((sort) => t(`locked.sort.${sort}`)).join("; ")}
              </li>
            ))}
          </ul>
        </>
      )}
      {locked.length < locks.length && <p>{t("locked.gone")}</p>}
      <p>{t("locked.next")}</p>
    </Box>
  );
}
