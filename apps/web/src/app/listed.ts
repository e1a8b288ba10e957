/** What stands between commas, of either script, or on lines of its own. */
export const listedIn = (typed: string): string[] =>
  typed
    .split(/[,、，\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
