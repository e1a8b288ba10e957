/** Guesses that were right, of how many, where blind guessing is right once in `oneIn`. */
export interface Score {
  hits: number
  of: number
  oneIn: number
}

/**
 * A strategy is better than chance where blind guessing would do as well less than once in fifty million. With fifteen
 * hundred strategies a false alarm is rarer than once in 10,000 runs, even though the guesses of one round hang together a
 * little (each author wrote the same number of notes: the variance is at most N/(N − 1) of that of independent guesses). At
 * a thousand rounds of eight with three notes each, what raises it are 1.2 percentage points above the 12.5 of chance.
 */
const alarm = 2e-8

export const isBetterThanChance = ({ hits, of, oneIn }: Score): boolean => tail(hits, of, 1 / oneIn) < alarm

/** Exact (Clopper–Pearson) interval of the rate of success: 95 % for all `strategies` at once (Bonferroni). */
export function interval({ hits, of }: Score, strategies = 1): [low: number, high: number] {
  const beyond = 0.05 / 2 / strategies
  const low = hits === 0 ? 0 : solve((p) => tail(hits, of, p) < beyond)
  const high = hits === of ? 1 : solve((p) => 1 - tail(hits + 1, of, p) >= beyond)
  return [low, high]
}

/** Where a predicate that holds from 0 on stops holding. */
function solve(holds: (p: number) => boolean): number {
  let [low, high] = [0, 1]
  for (let n = 0; n < 50; n++) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}

/** Probability of at least `hits` successes in `of` independent tries. */
export function tail(hits: number, of: number, p: number): number {
  if (hits <= 0) return 1
  if (hits > of || p <= 0) return 0
  if (p >= 1) return 1
  let sum = 0
  for (let k = hits; k <= of; k++) {
    const term = Math.exp(logChoose(of, k) + k * Math.log(p) + (of - k) * Math.log1p(-p))
    sum += term
    // Beyond the most likely number they only shrink.
    if (k > of * p && term < sum * 1e-18) break
  }
  return Math.min(1, sum)
}

const logFactorials: number[] = [0]
function logFactorial(n: number): number {
  for (let k = logFactorials.length; k <= n; k++)
    logFactorials.push((logFactorials[k - 1] ?? 0) + Math.log(k))
  return logFactorials[n] ?? 0
}
const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k)
