import { describe, expect, it, vi } from 'vitest'
import { gather } from './testing/gather.ts'
import { codeOf, person } from './testing/gathering.ts'

const five = ['Kim', '佐藤', 'Lee', 'Ana', 'Ola']

describe('the reveal', () => {
  it('[RN8] brings all notes at once with their seals, which are published in the order of the alphabet', async () => {
    const table = await gather(five)
    const notes = await table.written()
    expect(await table.words()).toEqual([])
    let changes = 0
    const stop = table.collab.watch(table.boardId, () => {
      changes += 1
    })
    expect(codeOf(await table.act('reveal'))).toBe('done')
    stop()
    const { kptNotes, rounds } = await table.board
    expect(changes).toBe(1)
    expect((await table.words()).toSorted()).toEqual(notes.map(({ text }) => text).toSorted())
    const seals = notes.map(({ seal }) => seal).sort()
    expect(kptNotes.map(({ seal }) => seal ?? '').sort()).toEqual(seals)
    expect(rounds.at(-1)?.seals).toEqual(seals)
    expect(kptNotes.every(({ author }) => author === null)).toBe(true)
    expect([table.live.state, table.live.count]).toEqual(['revealed', 5])
    expect(rounds.at(-1)?.endedAt).not.toBeNull()
  })

  it('[RN9] leaves late notes and later changes waiting for company of three, and for the beat', async () => {
    const table = await gather(five)
    const notes = await table.written()
    await table.act('reveal')
    const [a, b, c] = notes
    if (!a || !b || !c) throw new Error('no notes')
    const before = await table.words()
    table.change(a, 'changed')
    table.change(b, null)
    await table.rounds.beat()
    expect(await table.words()).toEqual(before)
    table.here.push(person('Late'))
    await table.act('admit', { principal: person('Late').id })
    const [token] = table.tokens(person('Late'))
    if (!token) throw new Error('no token')
    const late = table.write(token, 'late')
    expect(table.post(late)).toBe('taken')
    expect(await table.words()).toEqual(before)
    await table.rounds.beat()
    const words = before.flatMap((text) => (text === a.text ? ['changed'] : text === b.text ? [] : [text]))
    expect((await table.words()).toSorted()).toEqual([...words, 'late'].toSorted())
    const { kptNotes, rounds } = await table.board
    expect(rounds.at(-1)?.seals).toEqual(kptNotes.map(({ seal }) => seal ?? '').sort())
    expect(rounds.at(-1)?.seals).not.toContain(a.seal)
    expect(table.change(late, 'later')).toBe('taken')
    await table.rounds.beat()
    expect(await table.words()).toContain('late')
    await table.act('end')
    expect(await table.words()).toContain('later')
  })

  it('[RN9] three later words are no company for one who is there alone', async () => {
    const table = await gather(five)
    const [a, b, c] = await table.written()
    await table.act('reveal')
    if (!a || !b || !c) throw new Error('no notes')
    const everybody = table.here
    table.here = everybody.slice(0, 2)
    for (const note of [a, b, c]) table.change(note, `${note.text}, later`)
    await table.rounds.beat()
    expect((await table.words()).filter((text) => text.endsWith('later'))).toEqual([])
    table.here = everybody
    await table.rounds.beat()
    expect((await table.words()).filter((text) => text.endsWith('later'))).toHaveLength(3)
  })

  it.each(['the next round', 'the next reveal', 'the end', 'finality'])(
    '[RN9] brings what waits with %s, however little it is',
    async (phase) => {
      const table = await gather(five)
      const [note] = await table.written()
      await table.act('reveal')
      if (!note) throw new Error('no note')
      if (phase === 'the next reveal') await table.opened()
      table.change(note, 'changed')
      expect(await table.words()).not.toContain('changed')
      if (phase === 'the next round') await table.opened()
      else if (phase === 'the next reveal') await table.act('reveal')
      else if (phase === 'the end') await table.act('end')
      else await table.rounds.settle(table.boardId)
      expect(await table.words()).toContain('changed')
    },
  )

  it('[RN9] leaves a final board alone, and brings what waits when it is opened again', async () => {
    const table = await gather(five)
    const notes = await table.written()
    await table.act('reveal')
    await table.rounds.settle(table.boardId)
    await table.collab.freeze(table.boardId, async () => undefined)
    for (const note of notes) table.change(note, 'changed')
    const change = vi.spyOn(table.collab, 'change')
    await table.rounds.beat()
    expect(change).not.toHaveBeenCalled()
    await table.collab.thaw(table.boardId)
    await table.rounds.beat()
    expect(new Set(await table.words())).toEqual(new Set(['changed']))
  })

  it('[RN10] takes a change long after the round, by the note’s key', async () => {
    const table = await gather(five)
    const [note] = await table.written()
    await table.act('reveal')
    await table.act('end')
    expect(table.rounds.of(table.boardId)).toBeNull()
    if (!note) throw new Error('no note')
    expect(table.change(note, 'changed')).toBe('taken')
    await table.opened()
    expect(await table.words()).toContain('changed')
    table.change(note, null)
    await table.act('cancel')
    await table.rounds.settle(table.boardId)
    expect(await table.words()).not.toContain('changed')
    expect((await table.board).rounds[0]?.seals).toHaveLength(4)
  })

  it('[RN11] comes to nothing where the round is cancelled: what was hidden is destroyed, and nothing is published', async () => {
    const table = await gather(five)
    const [note] = await table.written()
    const { id } = table.live
    expect(codeOf(await table.act('cancel'))).toBe('done')
    expect([table.rounds.of(table.boardId), (await table.board).rounds]).toEqual([null, []])
    expect(codeOf(await table.act('reveal', { round: id }))).toBe('roundOver')
    expect(note && table.post(note)).toBe('roundOver')
    expect(table.storage.vault.count(id)).toBe(0)
    expect(await table.words()).toEqual([])
  })
})
