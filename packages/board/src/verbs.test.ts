import { plainTextOf, richTextOf } from '@kintsugi/model'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addAction, changeAction, moveAction } from './actions.ts'
import { addCause, addWhy, changeCause } from './causes.ts'
import { describeIncident, writeText } from './incident.ts'
import { addKptNote } from './kpt.ts'
import { groupKptNotes, joinKptGroup, ungroupKptNotes } from './kptGroups.ts'
import { moveKptGroup, moveKptNote } from './kptMoves.ts'
import { actionFromNote, causeFromNote } from './kptOrigins.ts'
import { linkItems, unlinkItems } from './links.ts'
import { addFreeNote } from './notes.ts'
import { meet, newId, pair, participant } from './participants.testing.ts'
import { addParticipant, changeParticipant } from './people.ts'
import { placeItem, placeItems } from './placements.ts'
import { removeItems } from './remove.ts'
import { itemIn, things } from './shape.ts'
import { addEvidence, addTimelineEntry, changeTimelineEntry, removeEvidence } from './timeline.ts'
import { VerbOrigin } from './verb.ts'
import { readSnapshot } from './watch.ts'

const text = richTextOf

describe('verbs', () => {
  it('[BD1] an item is born whole in one transaction, and defaults stay unwritten', () => {
    const { doc, board } = participant()
    const origins: unknown[] = []
    doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin))
    const id = addTimelineEntry(board, { at: '2026-04-18T12:47:00Z', text: text('a') })
    expect(origins).toEqual([new VerbOrigin('addTimelineEntry')])
    const keys = [...(itemIn(board, 'timeline', id)?.keys() ?? [])].sort()
    expect(keys).toEqual(['at', 'believed', 'evidence', 'options', 'rank', 'saw', 'text'])
    expect(readSnapshot(board).timeline).toMatchObject([{ id, kind: 'observation', certainty: 'fact' }])
  })

  it('[BD2] a verb on what is gone changes nothing and says so', () => {
    const { doc, board } = participant()
    let updates = 0
    doc.on('update', () => {
      updates += 1
    })
    const gone = newId()
    const link = { kind: 'because', from: gone, to: gone } as const
    expect(
      [
        writeText(board, { part: 'causes', id: gone, field: 'text' }, text('x')),
        changeTimelineEntry(board, gone, { approx: true }),
        addEvidence(board, gone, { url: 'https://example.org' }),
        removeEvidence(board, gone, gone),
        changeCause(board, gone, { kind: 'root' }),
        addWhy(board, gone, {}),
        moveKptNote(board, gone, { column: 'try' }),
        groupKptNotes(board, [gone]),
        ungroupKptNotes(board, gone),
        joinKptGroup(board, gone, gone),
        moveKptGroup(board, gone, { column: 'try' }),
        causeFromNote(board, gone),
        actionFromNote(board, gone),
        changeAction(board, gone, { status: 'done' }),
        moveAction(board, gone, {}),
        changeParticipant(board, gone, { attended: true }),
        placeItem(board, gone, { x: 0, y: 0 }),
        linkItems(board, link),
        unlinkItems(board, link),
        removeItems(board, [gone]),
      ].filter(Boolean),
    ).toEqual([])
    placeItems(board, { [gone]: { x: 0, y: 0 } })
    expect(updates).toBe(0)
  })

  it('[BD3] a value that does not fit throws and leaves no trace', () => {
    const { doc, board } = participant()
    const entry = addTimelineEntry(board, {})
    const before = Y.encodeStateAsUpdate(doc)
    const wrong: (() => unknown)[] = [
      () => addEvidence(board, entry, { url: 'javascript:alert(1)' }),
      () => changeTimelineEntry(board, entry, { at: 'yesterday' }),
      () => changeTimelineEntry(board, entry, JSON.parse('{"__proto__": 1}')),
      () => changeTimelineEntry(board, entry, { text: text('x') } as never),
      () => describeIncident(board, { title: 'x'.repeat(301) }),
      () => placeItem(board, entry, { x: Number.NaN, y: 0 }),
    ]
    for (const write of wrong) expect(write).toThrow()
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('[BD4] position, column and link are one value: two at once end as one of the two', () => {
    const [a, b] = pair()
    const note = addKptNote(a.board, { column: 'keep' })
    addKptNote(a.board, { column: 'try' })
    const cause = addCause(a.board, {})
    const entry = addTimelineEntry(a.board, {})
    meet(a, b)
    placeItem(a.board, cause, { x: 1, y: 1 })
    placeItem(b.board, cause, { x: 2, y: 2 })
    moveKptNote(a.board, note, { column: 'try' })
    moveKptNote(b.board, note, { column: 'problem' })
    const ofA = readSnapshot(a.board).kptNotes.find(({ id }) => id === note)?.slot
    const ofB = readSnapshot(b.board).kptNotes.find(({ id }) => id === note)?.slot
    const link = { kind: 'evidence', from: entry, to: cause } as const
    expect([linkItems(a.board, link), linkItems(b.board, link)]).toEqual([true, true])
    meet(a, b)
    const merged = readSnapshot(a.board)
    expect(merged).toEqual(readSnapshot(b.board))
    expect([
      { x: 1, y: 1 },
      { x: 2, y: 2 },
    ]).toContainEqual(merged.placements[cause])
    expect([ofA, ofB]).toContainEqual(merged.kptNotes.find(({ id }) => id === note)?.slot)
    expect(merged.links).toEqual([link])
  })

  it('[BD5] however often one moves between the same two, and whatever rank somebody has written, all stays readable', () => {
    const { board } = participant()
    const [low, high, a, b] = ['low', 'high', 'a', 'b'].map((name) =>
      addKptNote(board, { column: 'keep', text: text(name) }),
    )
    const ids = [low ?? '', high ?? '', a ?? '', b ?? '']
    const long = `a0${'z'.repeat(490)}`
    itemIn(board, 'kptNotes', ids[0] ?? '')?.set('slot', { column: 'keep', rank: `${long}V` })
    itemIn(board, 'kptNotes', ids[1] ?? '')?.set('slot', { column: 'keep', rank: `${long}W` })
    for (let n = 0; n < 100; n++) {
      const moved = ids[2 + (n % 2)] ?? ''
      moveKptNote(board, moved, { column: 'keep', after: ids[0] ?? '' })
    }
    const { kptNotes, unreadable } = readSnapshot(board)
    expect(unreadable).toEqual([])
    expect(kptNotes.map(({ id }) => id)).toEqual([ids[0], ids[3], ids[2], ids[1]])
    expect(Math.max(...kptNotes.map(({ slot }) => slot.rank.length))).toBeLessThan(250)
  })

  it('[BD5] a move writes one rank; neighbours with equal or unusable ranks get new ones', () => {
    const [a, b] = pair()
    const first = addAction(a.board, { text: text('1') })
    meet(a, b)
    // At once, in the same place: equal ranks.
    const ids = [addAction(a.board, { text: text('2') }), addAction(b.board, { text: text('2') })]
    meet(a, b)
    const order = () => readSnapshot(a.board).actions.map(({ id }) => id)
    const ranks = () => readSnapshot(a.board).actions.map(({ rank }) => rank)
    expect(new Set(ranks()).size).toBe(2)
    const [, second = '', third = ''] = order()
    expect(ids.toSorted()).toEqual([second, third])
    moveAction(a.board, first, { after: second })
    expect(order()).toEqual([second, first, third])
    itemIn(a.board, 'actions', first)?.set('rank', 'no rank!')
    const [x = '', y = '', z = ''] = order()
    moveAction(a.board, z, { before: x })
    expect(order()).toEqual([z, x, y])
    moveAction(a.board, z, { after: x })
    expect(order()).toEqual([x, z, y])
    const before = readSnapshot(a.board).actions
    moveAction(a.board, y, { before: x })
    const changed = readSnapshot(a.board).actions.filter(
      (action) => before.find(({ id }) => id === action.id)?.rank !== action.rank,
    )
    expect(changed.map(({ id }) => id)).toEqual([y])
  })

  it('[BD6] a link joins only what its kind names', () => {
    const { board } = participant()
    const [cause, entry, action] = [addCause(board, {}), addTimelineEntry(board, {}), addAction(board, {})]
    expect(linkItems(board, { kind: 'answers', from: action, to: cause })).toBe(true)
    expect(linkItems(board, { kind: 'answers', from: entry, to: cause })).toBe(false)
    expect(linkItems(board, { kind: 'because', from: cause, to: cause })).toBe(false)
    expect(readSnapshot(board).links).toEqual([{ kind: 'answers', from: action, to: cause }])
    things(board, 'links').set(`evidence:${action}:${cause}`, { kind: 'evidence', from: action, to: cause })
    expect(readSnapshot(board).unreadable).toMatchObject([{ part: 'links', reason: 'ends' }])
  })

  it('[BD7] what hangs on a missing item is hidden, not lost', () => {
    const [a, b] = pair()
    const note = addKptNote(a.board, { column: 'keep' })
    meet(a, b)
    const group = groupKptNotes(a.board, [note], 'g') ?? ''
    meet(a, b)
    ungroupKptNotes(a.board, group)
    moveKptNote(b.board, note, { column: 'keep' })
    const late = addKptNote(b.board, { column: 'keep' })
    itemIn(b.board, 'kptNotes', late)?.set('groupId', group)
    meet(a, b)
    expect(readSnapshot(a.board).kptGroups).toEqual([])
    expect(readSnapshot(a.board).kptNotes.map(({ groupId }) => groupId)).toEqual([null, null])
    expect(itemIn(a.board, 'kptNotes', late)?.get('groupId')).toBe(group)
    const cause = addCause(a.board, { placement: { x: 1, y: 2 } })
    const why = addWhy(a.board, cause, {})
    removeItems(a.board, [cause])
    expect(readSnapshot(a.board)).toMatchObject({ links: [], placements: {}, causes: [{ id: why }] })
  })

  it('[BD8] a note leaves the group whose column it leaves; a group takes its notes along', () => {
    const { board } = participant()
    const ids = ['keep', 'problem', 'keep'].map((column) => addKptNote(board, { column: column as 'keep' }))
    const [one = '', two = ''] = ids
    const group = groupKptNotes(board, ids, 'same thing') ?? ''
    const notes = () => new Map(readSnapshot(board).kptNotes.map((note) => [note.id, note]))
    expect([...notes().values()].map(({ slot, groupId }) => [slot.column, groupId])).toEqual([
      ['keep', group],
      ['keep', group],
      ['keep', group],
    ])
    moveKptNote(board, one, { column: 'try' })
    expect(notes().get(one)).toMatchObject({ groupId: null, slot: { column: 'try' } })
    moveKptGroup(board, group, { column: 'problem' })
    expect(notes().get(two)).toMatchObject({ groupId: group, slot: { column: 'problem' } })
    expect(notes().get(one)?.slot.column).toBe('try')
  })

  it('[BD9] a note becomes a cause or an action, and stays', () => {
    const { board } = participant()
    const note = addKptNote(board, { column: 'problem', text: text('no alert\nat night') })
    const cause = causeFromNote(board, note, { x: 3, y: 4 }) ?? ''
    const action = actionFromNote(board, note) ?? ''
    const { causes, actions, kptNotes, links, placements } = readSnapshot(board)
    expect(causes).toMatchObject([{ id: cause, text: text('no alert\nat night') }])
    expect(actions).toMatchObject([{ id: action, text: text('no alert\nat night') }])
    expect(kptNotes).toMatchObject([{ id: note, text: text('no alert\nat night') }])
    expect(placements).toEqual({ [cause]: { x: 3, y: 4 } })
    expect(links.map(({ kind, from, to }) => [kind, from, to].join()).sort()).toEqual(
      [`origin,${note},${action}`, `origin,${note},${cause}`].sort(),
    )
  })

  it('[BD10] half a surrogate pair reads the same everywhere', () => {
    const [a, b] = pair()
    const half = '\ud83d'
    describeIncident(a.board, { title: half, tags: [half] })
    addFreeNote(a.board, { text: text(`x${half}`), placement: { x: -0, y: 1 } })
    addParticipant(a.board, { name: half })
    meet(a, b)
    expect(readSnapshot(a.board)).toEqual(readSnapshot(b.board))
    expect(JSON.parse(JSON.stringify(readSnapshot(a.board)))).toEqual(readSnapshot(b.board))
    expect(readSnapshot(a.board).incident.title).toBe('\ufffd')
    // A long text is written in pieces, and no piece ends within a pair.
    const emoji = '😀'.repeat(5001)
    const note = addFreeNote(a.board, { text: text(`x${emoji}`) })
    const written = readSnapshot(a.board).freeNotes.find(({ id }) => id === note)
    expect(written && plainTextOf(written.text)).toBe(`x${emoji}`)
  })

  it('[BD11] evidence keeps its order', () => {
    const { board } = participant()
    const entry = addTimelineEntry(board, {})
    const urls = Array.from({ length: 12 }, (_, index) => `https://example.org/${index}`)
    const ids = urls.map((url) => addEvidence(board, entry, { url }) ?? '')
    removeEvidence(board, entry, ids[3] ?? '')
    const shown = readSnapshot(board).timeline[0]?.evidence.map(({ url }) => url)
    expect(shown).toEqual(urls.filter((_, index) => index !== 3))
  })
  it('[BD11] evidence keeps its order also behind a rank that is none', () => {
    const { board } = participant()
    const entry = addTimelineEntry(board, {})
    const held = itemIn(board, 'timeline', entry)?.get('evidence') as Y.Map<unknown>
    held.set(newId(), { url: 'https://example.org/odd', rank: 'b1' })
    const urls = Array.from({ length: 6 }, (_, index) => `https://example.org/${index}`)
    for (const url of urls) addEvidence(board, entry, { url })
    const shown = readSnapshot(board).timeline[0]?.evidence.map(({ url }) => url)
    expect(shown?.filter((url) => !url.endsWith('odd'))).toEqual(urls)
  })
})
