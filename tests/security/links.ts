import type { Scope } from './scopes.ts'

/** A way from a note to those who may have written it: fewer than all who were there. */
export interface Link {
  authors: ReadonlySet<number>
  /** How many joins it takes. */
  steps: number
  /** Where the last join was made, and on which values. */
  by: string
  on: string[]
}

type Authors = ReadonlySet<number>
/** Whose marks a value stands with in the narrowest scopes that hold it. */
interface Company {
  /** How many authors there are in each of these scopes. */
  narrow: number
  authors: Set<number>
}
/** Of each value, by kind of source. */
type Known = Map<string, Map<string, Company>>

/**
 * Joins whatever stands together with whatever is equal, step by step, from the marks that authors are known by to the
 * notes. A scope with all authors in it (a list of members, a whole board) tells nothing, and a value that stands with
 * each of them in turn is the air they breathe, as are the ids of board and round (`air`). Neither does a scope tell who
 * wrote a note that holds a third of all notes: whoever opened the round, or finalized the board, stands beside all of them.
 * All else that stands beside a note singles out.
 */
export function findLinks(
  scopes: readonly Scope[],
  {
    marks,
    notes,
    air,
  }: { marks: readonly (readonly string[])[]; notes: readonly string[]; air: readonly string[] },
): Map<string, Link> {
  const tells = (set: Authors): boolean => set.size > 0 && set.size < marks.length
  const named = new Map(marks.flatMap((values, author) => values.map((value) => [value, new Set([author])])))
  const links = new Map<string, Link>()
  const narrow = distinct(scopes).filter(
    ({ values }) => notes.filter((note) => values.has(note)).length * 3 < Math.max(notes.length, 6),
  )
  let known: Known = new Map()
  for (let steps = 1; steps <= 6; steps++) {
    const meant = meaning(known, named, tells)
    const next: Known = new Map()
    for (const { values, source } of narrow) {
      const here = new Set<number>()
      for (const value of values) for (const author of meant.get(value) ?? []) here.add(author)
      if (!tells(here)) continue
      for (const value of values)
        if (!named.has(value) && !air.includes(value)) addTo(next, value, source, here)
    }
    for (const note of notes) {
      for (const [by, { authors }] of next.get(note) ?? []) {
        const before = links.get(note)
        const better = before === undefined || (before.steps === steps && before.authors.size > authors.size)
        const on = better ? joined(narrow, meant, { note, by }) : []
        if (tells(authors) && better) links.set(note, { authors, steps, by, on })
      }
    }
    known = next
  }
  return links
}

/** What eight people hear is mostly the same. */
function distinct(scopes: readonly Scope[]): Scope[] {
  return [...new Map(scopes.map((scope) => [[scope.source, ...scope.values].join('\n'), scope])).values()]
}

/** What stands beside the note in one such scope, and leads on to authors. */
function joined(
  scopes: readonly Scope[],
  meant: ReadonlyMap<string, Authors>,
  { note, by }: { note: string; by: string },
): string[] {
  const beside = scopes.flatMap(({ values, source }) =>
    source === by && values.has(note) ? [[...values].filter((value) => meant.has(value))] : [],
  )
  return beside.filter((values) => values.length > 0).toSorted((a, b) => a.length - b.length)[0] ?? []
}

/** To have heard something with all the others is no sign of having said it, nor of the contrary. */
const heard = 'frame heard'

/** Each value by the source that narrows it down most. */
function meaning(known: Known, named: ReadonlyMap<string, Authors>, tells: (set: Authors) => boolean) {
  const meant = new Map<string, Authors>(named)
  for (const [value, sources] of known) {
    if ([...sources].some(([source, { authors }]) => !tells(authors) && source !== heard)) continue
    for (const { authors } of sources.values()) {
      if (tells(authors) && authors.size < (meant.get(value)?.size ?? Number.POSITIVE_INFINITY))
        meant.set(value, authors)
    }
  }
  return meant
}

function addTo(known: Known, value: string, source: string, here: Authors): void {
  const sources = known.get(value) ?? new Map<string, Company>()
  known.set(value, sources)
  const before = sources.get(source)
  if (before === undefined || before.narrow > here.size)
    sources.set(source, { narrow: here.size, authors: new Set(here) })
  else if (before.narrow === here.size) for (const author of here) before.authors.add(author)
}
