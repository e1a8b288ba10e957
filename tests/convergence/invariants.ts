import { isDeepStrictEqual } from 'node:util'
import { documentRules, readSnapshot } from '@kintsugi/board'
import {
  type BoardSnapshot,
  boardParts,
  boardSnapshotSchema,
  compareRanked,
  compareSlotted,
  compareText,
  compareTimelineEntries,
  linkKey,
  plainTextOf,
  type RichText,
} from '@kintsugi/model'
import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Replica } from './replica.ts'

const isSorted = <T>(list: readonly T[], compare: (a: T, b: T) => number): boolean =>
  list.every((item, index) => index === 0 || compare(list[index - 1] as T, item) < 0)

/** What holds on every copy, at every instant. */
export function expectInvariants(replica: Replica): void {
  const snapshot = replica.watch.getSnapshot()
  if (!isDeepStrictEqual(snapshot, readSnapshot(replica.board))) {
    expect(snapshot).toEqual(readSnapshot(replica.board))
  }
  const parsed = boardSnapshotSchema.parse(snapshot)
  if (!isDeepStrictEqual(parsed, snapshot)) expect(parsed).toEqual(snapshot)
  const sorted = {
    people: isSorted(snapshot.people, compareRanked),
    timeline: isSorted(snapshot.timeline, compareTimelineEntries),
    causes: isSorted(snapshot.causes, compareRanked),
    kptNotes: isSorted(snapshot.kptNotes, compareSlotted),
    kptGroups: isSorted(snapshot.kptGroups, compareSlotted),
    actions: isSorted(snapshot.actions, compareRanked),
    freeNotes: isSorted(snapshot.freeNotes, (a, b) => compareText(a.id, b.id)),
    links: isSorted(snapshot.links, (a, b) => compareText(linkKey(a), linkKey(b))),
  }
  expect(Object.entries(sorted).filter(([, fine]) => !fine)).toEqual([])

  const ids = new Set(boardParts.flatMap((part) => snapshot[part].map((item) => item.id)))
  const groups = new Set(snapshot.kptGroups.map((group) => group.id))
  const dangling = [
    ...snapshot.links.flatMap((link) => [link.from, link.to]),
    ...Object.keys(snapshot.placements),
  ].filter((id) => !ids.has(id))
  const lost = snapshot.kptNotes.filter((note) => note.groupId !== null && !groups.has(note.groupId))
  expect({ dangling, lost }).toEqual({ dangling: [], lost: [] })
}

/** What says the same before and after is the same object. */
export function expectIdentity(before: BoardSnapshot, after: BoardSnapshot): void {
  for (const key of Object.keys(after) as (keyof BoardSnapshot)[]) {
    if (before[key] !== after[key] && isDeepStrictEqual(before[key], after[key])) {
      expect.fail(`${key} is equal and not identical`)
    }
  }
  for (const part of boardParts) {
    const old = new Map<string, unknown>(before[part].map((item) => [item.id, item]))
    for (const item of after[part]) {
      const was = old.get(item.id)
      if (was !== item && isDeepStrictEqual(was, item))
        expect.fail(`${part} ${item.id} is equal, not identical`)
    }
  }
}

/** How many characters of each writer can be read on the board. Everybody writes in an own letter. */
export function lettersIn(snapshot: BoardSnapshot): Map<string, number> {
  const texts: RichText[] = [snapshot.incident.summary, snapshot.incident.impact, snapshot.incident.lessons]
  for (const entry of snapshot.timeline) texts.push(entry.text, entry.saw, entry.believed, entry.options)
  for (const part of ['causes', 'kptNotes', 'actions', 'freeNotes'] as const) {
    texts.push(...snapshot[part].map((item) => item.text))
  }
  const letters = new Map<string, number>()
  for (const letter of texts
    .map(plainTextOf)
    .join('')
    .replaceAll(/[^a-h]/g, ''))
    letters.set(letter, (letters.get(letter) ?? 0) + 1)
  return letters
}

/** The gate would let everything in this document pass. */
export function expectAdmitted(doc: Y.Doc): void {
  const pieces = [...doc.store.clients.values()].flat().filter((struct) => struct instanceof Y.Item)
  const refused = pieces.filter((piece) => {
    const place = piece.deleted ? undefined : documentRules.placeOf(piece.parent)
    return !piece.deleted && (!place || !documentRules.admit(place, piece.parentSub, piece.content))
  })
  expect(refused.map((piece) => `${piece.parentSub} ${piece.content.constructor.name}`)).toEqual([])
}
