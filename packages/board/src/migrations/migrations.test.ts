import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addCause } from '../causes.ts'
import { newId, participant } from '../participants.testing.ts'
import { openBoard, things } from '../shape.ts'
import { readSnapshot } from '../watch.ts'
import { migrateBoard } from './index.ts'
import { currentVersion, isNewerThanUs } from './version.ts'

describe('versions', () => {
  it('[BD50] a document that says no version becomes the current one, once', () => {
    const { doc, board } = participant()
    addCause(board, {})
    things(board, 'meta').delete('version')
    const before = readSnapshot(board)
    expect(migrateBoard(doc)).toBe(currentVersion)
    expect(things(board, 'meta').get('version')).toBe(currentVersion)
    expect(readSnapshot(board)).toEqual(before)
    const state = Y.encodeStateVector(doc)
    expect(migrateBoard(doc)).toBe(0)
    expect(Y.encodeStateVector(doc)).toEqual(state)
    for (const odd of ['1', -1, 1.5, null]) {
      things(board, 'meta').set('version', odd)
      expect(migrateBoard(doc)).toBe(currentVersion)
    }
  })

  it('[BD51] a newer document says so, reads, and is not written', () => {
    const doc = new Y.Doc()
    const board = openBoard(doc, { newId })
    expect(isNewerThanUs(board)).toBe(false)
    things(board, 'meta').set('version', currentVersion + 1)
    expect(isNewerThanUs(board)).toBe(true)
    expect(readSnapshot(board).causes).toEqual([])
    const state = Y.encodeStateVector(doc)
    expect(() => addCause(board, {})).toThrow('newer')
    expect(migrateBoard(doc)).toBe(0)
    expect(Y.encodeStateVector(doc)).toEqual(state)
  })
})
