import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { readSnapshot } from '@kintsugi/board'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../bench/player.ts'
import type { ServerProcess } from '../bench/serverProcess.ts'
import { copyDatabase } from './evidence.ts'
import { findLinks } from './links.ts'
import { Meeting } from './meeting.ts'
import { AnonymousRound, asked } from './round.ts'
import { scopesOf } from './scopes.ts'
import { talkativeServer } from './talkativeServer.ts'

let server: ServerProcess
beforeAll(async () => {
  server = await talkativeServer()
}, 60_000)
afterAll(() => server.close())

const votesEach = 3

it('[SEC12] votes are hidden until they are counted, then totals; no way leads from a ballot to its voter', async () => {
  const meeting = await Meeting.open(server.url, 21)
  const { people, evidence, dice } = meeting
  const round = new AnonymousRound(meeting)
  await round.open({ votes: votesEach })
  const { id, topics } = round.live
  expect(round.live.tokens).toBe(votesEach)
  meeting.act()
  const totals: Record<string, number> = {}
  const ballots: string[] = []
  const cast = dice.shuffled(round.hands.flatMap((hand) => Array.from({ length: votesEach }, () => hand)))
  for (const hand of cast) {
    const token = hand.tokens.shift()
    if (token === undefined) throw new Error('no vote is left')
    // Who changes their mind moves a vote, and some take one back.
    const [first, second] = [dice.pick(topics), dice.below(6) === 0 ? null : dice.pick(topics)]
    await asked(hand.send(round.live, 'ballots', { token, topic: first }))
    await asked(hand.send(round.live, 'ballots', { token, topic: second }))
    if (second !== null) totals[second] = (totals[second] ?? 0) + 1
    const mark = createHash('sha256').update(JSON.stringify(['mark', id, token.input, token.output]))
    ballots.push(mark.digest('base64url'), token.input, token.output)
    await sleep(dice.below(60))
  }
  await meeting.gather(['json'])
  // The log of writes has none of it, once a compaction that reads just now holds it back no longer.
  const logged = (): number => {
    const { raw } = copyDatabase(server.folder)
    return ballots.filter((mark) => raw.wal.includes(Buffer.from(mark, 'base64url'))).length
  }
  await expect.poll(logged, { interval: 100 }).toBe(0)
  const hidden = copyDatabase(server.folder)
  evidence.copies.push(hidden)
  const counted = () => people.map(({ player }) => readSnapshot(player.board).rounds.at(-1)?.votes)
  await meeting.rest()
  expect(counted()).toEqual(people.map(() => ({})))
  for (const { source, text } of evidence.documents)
    expect([source, text.match(/"votes":\{[^}]/g)]).toEqual([source, null])
  // Everybody's ballot is there.
  const kept = hidden.rows.filter(({ table, row }) => table === 'vault_ballots' && row.round_id === id)
  expect(kept).toHaveLength(people.length * votesEach)

  await round.act({ act: 'reveal' })
  await until(() => counted().every((votes) => votes && Object.keys(votes).length > 0), 20_000, 'the totals')
  expect(counted()).toEqual(people.map(() => totals))
  await meeting.gather(['json'])
  const after = copyDatabase(server.folder)
  evidence.copies.push(after)
  expect(after.rows.filter(({ table, row }) => table === 'vault_ballots' && row.round_id === id)).toEqual([])

  const scopes = evidence.pieces().flatMap(scopesOf)
  const marks = people.map((person) => person.marks)
  // What is voted on was written in the open: it leads to whoever wrote it, and not to who votes for it.
  const air = scopesOf({ source: 'air', value: [meeting.boardId, id, ...topics] }).flatMap(({ values }) => [
    ...values,
  ])
  expect(Object.fromEntries(findLinks(scopes, { marks, notes: ballots, air }))).toEqual({})
  meeting.leave()
}, 120_000)
