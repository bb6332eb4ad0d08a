import { type Agreement, leastToPublish } from "./agreement";

/** All figures in one line. Kappa never stands alone: it can look terrible where nearly everyone gets Met. */
export function agreementWords({ n, exact, met_not_met, kappa, kappa_linear, kappa_quadratic, ac1 }: Agreement): string {
  const pairs = `${n} ${n === 1 ? "pair" : "pairs"}`;
  if (n === 0) return pairs;
  const figures = [
    `same level ${percent(exact)}`,
    `same side of Met ${percent(met_not_met)}`,
    `kappa ${decimal(kappa)}`,
    `linear ${decimal(kappa_linear)}`,
    `quadratic ${decimal(kappa_quadratic)}`,
    `AC1 ${decimal(ac1)}`,
  ].join(", ");
  return `${pairs}: ${figures}${n < leastToPublish ? `; published only from ${leastToPublish} pairs` : ""}`;
}

/** A share in a hundred. */
export const percent = (share: number | null) => (share === null ? "not defined" : `${(share * 100).toFixed(1)} %`);
export const decimal = (figure: number | null) => (figure === null ? "not defined" : figure.toFixed(3));
