/** Words as a list draws them: the same words twice are two entries, and what stays keeps its key. */
export function keyed(words: readonly string[]): { key: string; text: string }[] {
  const seen = new Map<string, number>()
  return words.map((text) => {
    const before = seen.get(text) ?? 0
    seen.set(text, before + 1)
    return { key: `${before} ${text}`, text }
  })
}
