import { addKptNote, groupKptNotes } from '@kintsugi/board'
import { type Round, richTextOf } from '@kintsugi/model'
import { mostDeals, tokensPerDeal } from '@kintsugi/protocol'
import { describe, expect, it } from 'vitest'
import { serverPrincipal } from '../access/guests.ts'
import { newId } from '../collab/newId.ts'
import { gather } from './testing/gather.ts'
import { codeOf, type Gathering, person } from './testing/gathering.ts'

const five = ['Kim', '佐藤', 'Lee', 'Ana', 'Ola']
const published = async ({ board }: Gathering): Promise<Round | undefined> => (await board).rounds.at(-1)

describe('a round', () => {
  it('[RN1] is opened and led by the facilitator alone', async () => {
    const table = await gather(five)
    const [kim, sato] = table.here
    table.facilitator = null
    expect(codeOf(await table.open({}, kim))).toBe('facilitatorOnly')
    table.facilitator = kim ?? null
    expect(codeOf(await table.open({}, sato))).toBe('askFacilitator')
    await table.opened({ minutes: 5 })
    expect([table.told, table.started, table.steps]).toEqual([1, [5], ['kpt']])
    for (const act of ['anonymous', 'admit', 'deal', 'reveal', 'end', 'cancel'] as const)
      expect([act, codeOf(await table.act(act, { by: sato ?? person('') }))]).toEqual([act, 'askFacilitator'])
    table.facilitator = sato ?? null
    expect(codeOf(await table.act('cancel'))).toBe('done')
  })

  it('[RN1] goes on one at a time: of two that are opened at once one is, and of two acts at once one is done', async () => {
    const table = await gather(five)
    const answers = await Promise.all([table.open(), table.open({ kind: 'writing', mode: 'signed' })])
    expect(answers.map(codeOf)).toEqual(['done', 'roundOpen'])
    expect((await table.board).rounds).toHaveLength(1)
    const acts = await Promise.all([table.act('reveal'), table.act('cancel'), table.act('reveal')])
    expect(acts.map(codeOf)).toEqual(['done', 'roundRevealed', 'roundRevealed'])
    expect(codeOf(await table.open())).toBe('done')
    expect((await table.board).rounds).toHaveLength(2)
  })

  it('[RN2] has as members whom the facilitator saw and who are there, the facilitator among them', async () => {
    const table = await gather(five)
    const seen = table.here.map(({ id }) => id)
    table.here = table.here.slice(0, 3)
    const { members } = await table.opened({ members: [...seen.slice(1), 'somebody', 'nobody'] })
    expect(members.map(({ name }) => name)).toEqual(['Kim', '佐藤', 'Lee'])
    expect(await published(table)).toMatchObject({ members: 3, mode: 'anonymous', endedAt: null, seals: [] })
  })

  it('[RN2] is refused with the number where fewer than three would be in it, and neither then made anonymous', async () => {
    const table = await gather(['Kim', '佐藤'])
    const answer = await table.open()
    expect(answer).toEqual({
      problem: { code: 'groupTooSmall', args: { n: 2, least: 3 }, line: null },
    })
    expect(codeOf(await table.open({ kind: 'voting', mode: 'signed', votes: 3 }))).toBe('groupTooSmall')
    expect((await table.board).rounds).toEqual([])
    await table.opened({ mode: 'signed' })
    expect(codeOf(await table.act('anonymous'))).toBe('groupTooSmall')
    expect(table.live.mode).toBe('signed')
  })

  it('[RN3] lets nobody take tokens or sign who is not in it; let in is only who is there', async () => {
    const table = await gather(five.slice(0, 3))
    await table.opened()
    const late = person('Late')
    const asked = () => table.rounds.deal(table.boardId, table.live.id, { deal: 1, blinded: [] }, late)
    expect(codeOf(asked())).toBe('notInRound')
    const [kim = late] = table.here
    const [token = { input: '', output: '' }] = table.tokens(kim)
    const sign = () =>
      table.rounds.postSigned(table.boardId, table.live.id, { token, column: 'keep', text: 'x' }, late)
    expect(codeOf(sign())).toBe('notInRound')
    expect(codeOf(await table.act('admit', { principal: late.id }))).toBe('notOnBoardNow')
    table.here.push(late)
    expect(codeOf(await table.act('admit', { principal: late.id }))).toBe('done')
    expect(codeOf(await table.act('admit', { principal: late.id }))).toBe('done')
    expect(table.live.members.map(({ name }) => name)).toEqual(['Kim', '佐藤', 'Lee', 'Late'])
    expect(await published(table)).toMatchObject({ members: 4 })
    expect(table.tokens(late)).toHaveLength(tokensPerDeal)
  })

  it('[RN4] has as many tokens as members times deals, once each; more are dealt to all', async () => {
    const table = await gather(five.slice(0, 3))
    await table.opened()
    const [kim = person('')] = table.here
    const tokens = table.tokens(kim)
    expect(() => table.tokens(kim)).toThrow('tokensDealt')
    expect(() => table.tokens(kim, 2)).toThrow('dealUnknown')
    for (const [nth, token] of tokens.entries())
      expect(table.post(table.write(token, `${nth}`))).toBe('taken')
    const [spent = { input: '', output: '' }] = tokens
    expect(table.post(table.write(spent, 'again'))).toBe('tokenSpent')
    expect(table.post(table.write({ input: 'a'.repeat(43), output: 'b'.repeat(86) }, 'x'))).toBe(
      'tokenInvalid',
    )
    expect(codeOf(await table.act('deal'))).toBe('done')
    expect(await published(table)).toMatchObject({ tokens: 2 * tokensPerDeal })
    expect(table.tokens(kim, 2)).toHaveLength(tokensPerDeal)
    for (let deals = 2; deals < mostDeals; deals++) await table.act('deal')
    expect(codeOf(await table.act('deal'))).toBe('dealsOver')
  })

  it('[RN5] tells how many are in with the beat, and not when somebody posts', async () => {
    const table = await gather(five)
    await table.opened()
    const [kim = person('')] = table.here
    const tokens = table.tokens(kim)
    const { told } = table
    for (const token of tokens.slice(0, 3)) table.post(table.write(token, 'x'))
    expect([table.live.count, table.told]).toEqual([0, told])
    await table.act('deal')
    expect(table.live.count).toBe(0)
    await table.rounds.beat()
    expect([table.live.count, table.told]).toEqual([3, told + 2])
    await table.rounds.beat()
    expect(table.told).toBe(told + 2)
  })
})

describe('signed and anonymous', () => {
  it('[RN6] a round turns from signed to anonymous and never back; under a signed one nobody posts without a name', async () => {
    const table = await gather(five)
    await table.opened({ mode: 'signed' })
    const [kim = person(''), sato = person('')] = table.here
    const [mine, other] = [table.tokens(kim), table.tokens(sato)]
    const [first, second] = mine
    const [third] = other
    if (!first || !second || !third) throw new Error('no tokens')
    expect(table.post(table.write(first, 'x'))).toBe('roundSigned')
    const { boardId, rounds } = table
    const { id } = table.live
    const sign = (text: string) =>
      codeOf(rounds.postSigned(boardId, id, { token: second, column: 'keep', text }, kim))
    expect(sign('signed')).toBe('taken')
    expect(codeOf(await table.act('anonymous'))).toBe('done')
    expect(await published(table)).toMatchObject({ mode: 'anonymous' })
    expect(table.post(table.write(third, 'unsigned'))).toBe('taken')
    await table.act('reveal')
    const notes = (await table.board).kptNotes
    expect(notes.map(({ author, seal }) => [author, seal !== null])).toEqual(
      expect.arrayContaining([
        ['Kim', false],
        [null, true],
      ]),
    )
  })

  it('[RN7] shows a signed note to its author alone, who changes and removes it until the reveal', async () => {
    const table = await gather(five)
    const { id } = await table.opened()
    const { boardId, rounds } = table
    const [kim = person(''), sato = person('')] = table.here
    const [one, two] = table.tokens(kim)
    if (!one || !two) throw new Error('no tokens')
    for (const [token, text] of [
      [one, 'one'],
      [two, 'two'],
    ] as const)
      rounds.postSigned(boardId, id, { token, column: 'try', text }, kim)
    const own = (who: typeof kim) => {
      const answer = rounds.ownSigned(boardId, id, who)
      return 'notes' in answer ? answer.notes : []
    }
    expect(own(kim).map(({ text }) => text)).toEqual(expect.arrayContaining(['one', 'two']))
    expect(own(sato)).toEqual([])
    const [a, b] = own(kim).toSorted((x, y) => (x.text < y.text ? -1 : 1))
    expect(codeOf(rounds.changeSigned(boardId, id, a?.id ?? '', 'x', sato))).toBe('noteUnknown')
    expect(codeOf(rounds.changeSigned(boardId, id, a?.id ?? '', 'uno', kim))).toBe('taken')
    expect(codeOf(rounds.changeSigned(boardId, id, b?.id ?? '', null, kim))).toBe('taken')
    await table.act('reveal')
    expect((await table.board).kptNotes.map(({ author }) => author)).toEqual(['Kim'])
    expect([await table.words(), own(kim)]).toEqual([['uno'], []])
  })
})

describe('a vote', () => {
  async function voting() {
    const table = await gather(five)
    const ids = await table.collab.change(table.boardId, serverPrincipal, (board) => {
      const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((text) =>
        addKptNote(board, { column: 'problem', text: richTextOf(text) }),
      )
      return { a, b, c, group: groupKptNotes(board, [c ?? '', d ?? '']) }
    })
    return { table, ...ids }
  }
  const cast = (
    table: Gathering,
    token: { input: string; output: string } | undefined,
    topic: string | null,
  ) =>
    codeOf(
      table.rounds.vote(table.boardId, table.live.id, { token: token ?? { input: '', output: '' }, topic }),
    )

  it('[RN12] is about groups, and notes in none, as they were when it was opened; with a budget', async () => {
    const { table, a, b, c, group } = await voting()
    expect(codeOf(await table.open({ kind: 'voting' }))).toBe('votesMissing')
    const { topics, tokens } = await table.opened({ kind: 'voting', votes: 2 })
    expect([topics, tokens]).toEqual([[group, a, b], 2])
    const [token] = table.tokens(table.here[0] ?? person(''))
    expect(cast(table, token, c ?? '')).toBe('topicUnknown')
    const empty = await gather(five)
    expect(codeOf(await empty.open({ kind: 'voting', votes: 2 }))).toBe('topicsMissing')
  })

  it('[RN12] is hidden to its end; then totals are published, and topics stand by their votes', async () => {
    const { table, a, b, group } = await voting()
    await table.opened({ kind: 'voting', votes: 2 })
    for (const voter of table.here) {
      const [one, two] = table.tokens(voter)
      expect(cast(table, one, b ?? '')).toBe('taken')
      expect(cast(table, two, a ?? '')).toBe('taken')
      if (voter.name !== 'Kim') expect(cast(table, two, b ?? '')).toBe('taken')
    }
    expect((await table.board).rounds.at(-1)?.votes).toEqual({})
    expect(codeOf(await table.act('reveal'))).toBe('done')
    const { rounds, kptNotes, kptGroups } = await table.board
    expect(rounds.at(-1)?.votes).toEqual({ [b ?? '']: 9, [a ?? '']: 1 })
    const ranks = [...kptNotes, ...kptGroups].toSorted((x, y) => (x.slot.rank < y.slot.rank ? -1 : 1))
    expect(ranks.map(({ id }) => id).filter((id) => [a, b, group].includes(id))).toEqual([b, a, group])
    expect([table.live.state, table.live.count]).toEqual(['revealed', 10])
    expect(cast(table, { input: 'a'.repeat(43), output: 'a'.repeat(86) }, null)).toBe('roundOver')
    expect(codeOf(await table.act('end'))).toBe('done')
    expect((await table.board).rounds.at(-1)?.votes).toEqual({ [b ?? '']: 9, [a ?? '']: 1 })
  })
})

describe('abuse', () => {
  it('[RN13] ten thousand posts are refused and counted, in one row a reason, and harm nobody', async () => {
    const table = await gather(five)
    const [note] = await table.written()
    const { id } = table.live
    for (let nth = 0; nth < 10_000; nth++)
      table.rounds.postNote(table.boardId, id, {
        token: { input: `${nth}`.padEnd(43, 'a'), output: 'b'.repeat(86) },
        column: 'keep',
        text: 'spam',
        editKey: 'c'.repeat(43),
      })
    if (note) table.post({ ...note, text: 'other words' })
    expect(table.storage.rounds.refusalsOf(id)).toEqual({})
    await table.rounds.beat()
    expect(table.storage.rounds.refusalsOf(id)).toEqual({ tokenInvalid: 10_000, tokenSpent: 1 })
    expect(table.live.count).toBe(5)
    await table.act('reveal')
    expect(await table.words()).toHaveLength(5)
  })

  it('[RN13] a round of another board, and one that never was, take nothing', async () => {
    const table = await gather(five)
    const [note] = await table.written()
    const elsewhere = newId()
    await table.collab.create(elsewhere, {})
    if (!note) throw new Error('no note')
    const { token, column, text, editKey, round } = note
    const post = { token, column, text, editKey }
    expect(codeOf(table.rounds.postNote(elsewhere, round, post))).toBe('roundUnknown')
    expect(codeOf(table.rounds.postNote(table.boardId, newId(), post))).toBe('roundUnknown')
    expect(codeOf(await table.rounds.act(elsewhere, round, { act: 'reveal' }, person('Kim')))).toBe(
      'roundUnknown',
    )
    expect(codeOf(table.rounds.vote(table.boardId, round, { token, topic: null }))).toBe('roundUnknown')
  })
})
