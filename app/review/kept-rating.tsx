import { useNonce } from "~/platform/nonce";
import { paths } from "~/platform/paths";
import type { RatingDesk } from "./desk";

/** Where the page says that what was typed and not saved is kept in this browser; the script that keeps it. For one person and one criterion: nobody else who signs in here is shown it. */
export const KeptRating = ({ desk, personId }: { desk: RatingDesk; personId: string }) => (
  <>
    <p id="kept" className="wm-small" role="status" data-key={`waymark:${personId}:${paths.rate(desk.case.id, desk.reading.criterion.id)}`} data-since={desk.mine?.at ?? ""} />
    <script type="module" src="/rating-kept.js" nonce={useNonce()} />
  </>
);
