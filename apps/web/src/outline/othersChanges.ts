import { type BoardSnapshot, linkKey } from '@kintsugi/model'

const parts = ['people', 'timeline', 'causes', 'kptGroups', 'kptNotes', 'actions', 'freeNotes'] as const
export type ChangedPart = (typeof parts)[number] | 'incident' | 'links'
export interface Change {
  part: ChangedPart
  how: 'added' | 'changed' | 'removed'
  ids: readonly string[]
}

/** What became different from one snapshot to the next. What did not change in it is the same object, so most is not looked at. */
export function changesBetween(before: BoardSnapshot, after: BoardSnapshot): Change[] {
  const changes: Change[] = []
  const tell = (part: ChangedPart, how: Change['how'], ids: readonly string[]): void => {
    if (ids.length > 0) changes.push({ part, how, ids })
  }
  if (before.incident !== after.incident) tell('incident', 'changed', ['incident'])
  const compare = (
    part: ChangedPart,
    was: ReadonlyMap<string, unknown>,
    is: ReadonlyMap<string, unknown>,
  ): void => {
    tell(
      part,
      'added',
      [...is.keys()].filter((id) => !was.has(id)),
    )
    tell(
      part,
      'changed',
      [...is].flatMap(([id, item]) => (was.has(id) && was.get(id) !== item ? [id] : [])),
    )
    tell(
      part,
      'removed',
      [...was.keys()].filter((id) => !is.has(id)),
    )
  }
  for (const part of parts) {
    if (before[part] === after[part]) continue
    const byId = (items: readonly { id: string }[]) => new Map(items.map((item) => [item.id, item]))
    compare(part, byId(before[part]), byId(after[part]))
  }
  if (before.links !== after.links) {
    // A link has nothing to change: it is there or it is not.
    const keys = (links: BoardSnapshot['links']) => new Map(links.map((link) => [linkKey(link), true]))
    compare('links', keys(before.links), keys(after.links))
  }
  return changes
}

export interface Summary {
  /** Nobody's where it is not known whose it was. */
  who: string | null
  changes: readonly { part: ChangedPart; how: Change['how']; count: number }[]
}

/** Collects what several people did until it is told: each thing once, by the last one who touched it. */
export class OthersWork {
  readonly #seen = new Map<string, { who: string | null; part: ChangedPart; how: Change['how'] }>()

  get empty(): boolean {
    return this.#seen.size === 0
  }

  add(who: string | null, changes: readonly Change[]): void {
    for (const { part, how, ids } of changes)
      for (const id of ids) {
        const key = `${part} ${id}`
        const before = this.#seen.get(key)
        // Made and written in: still one thing added. Made and removed again: nothing to tell.
        if (before?.how === 'added' && how === 'changed') continue
        if (before?.how === 'added' && how === 'removed') this.#seen.delete(key)
        else this.#seen.set(key, { who: who ?? before?.who ?? null, part, how })
      }
  }

  /** Everything since the last time, summed up a person; what links did is told only where nothing else is. */
  take(): Summary[] {
    const all = [...this.#seen.values()]
    this.#seen.clear()
    return [...Map.groupBy(all, ({ who }) => who)].map(([who, things]) => {
      const spoken = things.some(({ part }) => part !== 'links')
        ? things.filter(({ part }) => part !== 'links')
        : things
      const groups = Map.groupBy(spoken, ({ part, how }) => `${how} ${part}`)
      return {
        who,
        changes: [...groups.values()].flatMap((group) =>
          group[0] ? [{ part: group[0].part, how: group[0].how, count: group.length }] : [],
        ),
      }
    })
  }
}
