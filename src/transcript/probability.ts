/** Log odds -> the probability that they stand for, from 0 to 1 (the logistic function). */
export function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
