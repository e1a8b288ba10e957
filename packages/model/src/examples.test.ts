import { describe, expect, it } from 'vitest'
import { paymentTimeout } from '../examples/index.ts'
import {
  actionAims,
  boardParts,
  boardSnapshotSchema,
  causeLayers,
  compareRanked,
  compareSlotted,
  compareTimelineEntries,
  entryKinds,
  plainTextOf,
  responseReviews,
} from './index.ts'

describe.each(['ja', 'en'] as const)('the worked incident (%s)', (language) => {
  const board = paymentTimeout[language]

  it('[MD9] uses every part of a board, and every kind of thing in it', () => {
    expect(boardSnapshotSchema.parse(board)).toEqual(board)
    for (const part of boardParts) expect(board[part].length, part).toBeGreaterThan(1)
    expect(new Set(board.timeline.map(({ kind }) => kind))).toEqual(new Set(entryKinds))
    expect(new Set(board.timeline.flatMap(({ review }) => review ?? []))).toEqual(new Set(responseReviews))
    expect(new Set(board.causes.flatMap(({ layer }) => layer ?? []))).toEqual(new Set(causeLayers))
    expect(new Set(board.actions.map(({ aim }) => aim))).toEqual(new Set(actionAims))
    expect(new Set(board.people.map(({ department }) => department)).size).toBeGreaterThanOrEqual(5)
    expect(board.people.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length).toBeGreaterThan(4)
    expect(board.incident.reportFirst.headline).not.toBeNull()
    expect(plainTextOf(board.incident.groundRules)).not.toBe('')
  })

  it('[MD9] has one id for one thing, links whose ends are there, and lists in reading order', () => {
    const ids = boardParts.flatMap((part) => board[part].map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    for (const { from, to } of board.links) expect(ids).toEqual(expect.arrayContaining([from, to]))
    expect(board.timeline).toEqual(board.timeline.toSorted(compareTimelineEntries))
    expect(board.causes).toEqual(board.causes.toSorted(compareRanked))
    expect(board.actions).toEqual(board.actions.toSorted(compareRanked))
    expect(board.kptNotes).toEqual(board.kptNotes.toSorted(compareSlotted))
  })

  it('[MD9] says everything in its own language', () => {
    const all = JSON.stringify(board)
    if (language === 'en') expect(all).not.toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u)
    const texts = [...board.timeline, ...board.causes, ...board.kptNotes, ...board.actions]
    for (const { text } of texts) {
      expect(plainTextOf(text)).not.toBe('')
      if (language === 'ja') expect(plainTextOf(text)).toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u)
    }
  })
})
