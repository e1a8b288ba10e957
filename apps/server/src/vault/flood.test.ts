import { randomBytes } from 'node:crypto'
import { redeems } from '@kintsugi/anonymity'
import { expect, it, vi } from 'vitest'
import { addBoard, openHouse, openRound, takeTokens, writeNote } from './testing/members.ts'

/** The one thing that costs: counted, and done as ever. */
vi.mock(import('@kintsugi/anonymity'), async (original) => {
  const real = await original()
  return { ...real, redeems: vi.fn(real.redeems) }
})

it('[VA5] once all tokens are spent, ten thousand posts are refused without computing, and nobody is harmed', async () => {
  const { storage } = await openHouse()
  const { vault } = storage
  const boardId = addBoard(storage)
  const round = openRound(vault, boardId)
  const tokens = takeTokens(vault, round, 'alice')
  const [first] = tokens
  if (first === undefined) throw new Error('a deal has three tokens')
  const notes = tokens.map((token, at) => writeNote(round.roundId, token, `${at}`))
  for (const note of notes) expect(vault.postNote(boardId, round.roundId, note)).toEqual({ taken: true })
  expect(redeems).toHaveBeenCalledTimes(3)
  const flood = writeNote(round.roundId, first, 'flood')
  const codes = new Map<string, number>()
  for (let turn = 0; turn < 10_000; turn++) {
    const forged = { input: randomBytes(32).toString('base64url'), output: first.output }
    const token = turn % 2 === 0 ? forged : first
    const answer = vault.postNote(boardId, round.roundId, { ...flood, token, text: `${turn}` })
    const code = 'problem' in answer ? answer.problem.code : 'taken'
    codes.set(code, (codes.get(code) ?? 0) + 1)
  }
  expect(Object.fromEntries(codes)).toEqual({ tokenInvalid: 5_000, tokenSpent: 5_000 })
  expect(redeems).toHaveBeenCalledTimes(3)
  expect(vault.seals(round.roundId)).toEqual(notes.map(({ seal }) => seal).toSorted())
})
