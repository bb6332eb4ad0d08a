import { useWords } from "~/platform/language";
import { uiWords } from "./words/ui-words";

export type PaginationProps = { /** From 1. */ page: number; pages: number; href: (page: number) => string /** What is listed, for those who listen: "groups". */; of: string };

/** Pages of a long list. Nothing when there is one page. */
export function Pagination({ page, pages, href, of }: PaginationProps) {
  const { t } = useWords(uiWords);
  if (pages <= 1) return null;
  return (
    <nav className="wm-pages" aria-label={t("pages.name", { of })}>
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          {t("pages.previous")}
        </a>
      )}
      <p>{t("pages.here", { page, pages })}</p>
      {page < pages && (
        <a href={href(page + 1)} rel="next">
          {t("pages.next")}
        </a>
      )}
    </nav>
  );
}
