export type PaginationProps = { /** From 1. */ page: number; pages: number; href: (page: number) => string /** What is listed, for those who listen: "groups". */; of: string };

/** Pages of a long list. Nothing when there is one page. */
export function Pagination({ page, pages, href, of }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav className="wm-pages" aria-label={`Pages of ${of}`}>
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          Previous page
        </a>
      )}
      <p>
        Page {page} of {pages}
      </p>
      {page < pages && (
        <a href={href(page + 1)} rel="next">
          Next page
        </a>
      )}
    </nav>
  );
}
