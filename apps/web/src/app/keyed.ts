/** Words as a list draws them: the same words twice are two entries, and what stays keeps its key. */
export const keyed = (words: readonly string[]): { key: string; text: string }[] =>
  words.map((text, i) => {
    const before = words.slice(0, i).filter((other) => other === text).length
    return { key: `${before} ${text}`, text }
  })
