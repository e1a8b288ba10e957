/** Runs work when its turn has come. */
export type InTurn = <T>(work: () => T | Promise<T>) => Promise<T>

const shortMs = 10

/**
 * One piece of work after the other, with room between for everybody else: `rest` times as long as it took, so of the
 * server's time this line has 1 / (1 + rest) at most, however many stand in it.
 */
export function takingTurns(rest: number): InTurn {
  let turn: Promise<unknown> = Promise.resolve()
  return (work) => {
    let took = 0
    const done = turn.then(async () => {
      const begun = performance.now()
      try {
        return await work()
      } finally {
        took = performance.now() - begun
      }
    })
    const pause = (): Promise<void> | undefined =>
      took < shortMs ? undefined : new Promise((resolve) => setTimeout(resolve, rest * took).unref())
    turn = done.then(pause, pause)
    return done
  }
}

/** In each line one piece of work after the other; lines do not wait for each other, and an empty one is forgotten. */
export function inLines(): (line: string) => InTurn {
  const ends = new Map<string, Promise<unknown>>()
  return (line) => (work) => {
    const done = (ends.get(line) ?? Promise.resolve()).then(work)
    const end = done
      .catch(() => undefined)
      .then(() => {
        if (ends.get(line) === end) ends.delete(line)
      })
    ends.set(line, end)
    return done
  }
}

/** One piece of work after the other, whatever becomes of the one before. */
export const oneByOne = (): InTurn => inLines()('')

/** One after the other for each person, so that whoever asks a thousand times stands in a common line once. */
export function oncePerPerson(inTurn: InTurn): (person: string) => InTurn {
  const lineOf = inLines()
  return (person) => (work) => lineOf(person)(() => inTurn(work))
}
