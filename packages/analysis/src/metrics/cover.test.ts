import { causeSchema, emptySnapshot } from '@kintsugi/model'
import { cpuTime } from '@kintsugi/model/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idOf, sketch } from '../testing/sketch.ts'
import { coverOf, covers } from './cover.ts'
import { coverageMatrix } from './coverageMatrix.ts'

const coverOfOne = (actions: Parameters<typeof sketch>[0]['actions'] = [], acceptedRisk = '') =>
  coverOf(
    sketch({
      causes: [{ id: 'c', acceptedRisk }],
      actions,
      links: actions.map(({ id }) => `answers ${id} c`),
    }),
  ).byCause[idOf('c')]

describe('cover of one cause', () => {
  it('[AN7] goes from bare to shining', () => {
    expect(coverOfOne()).toBe('bare')
    expect(coverOfOne([{ id: 'a', aim: 'prevent' }])).toBe('half')
    expect(
      coverOfOne([
        { id: 'a', aim: 'detect' },
        { id: 'b', aim: 'recover' },
      ]),
    ).toBe('half')
    expect(
      coverOfOne([
        { id: 'a', aim: 'prevent' },
        { id: 'b', aim: 'limit' },
      ]),
    ).toBe('mended')
    expect(
      coverOfOne([
        { id: 'a', aim: 'prevent', status: 'done' },
        { id: 'b', aim: 'limit' },
      ]),
    ).toBe('mended')
    const both = [
      { id: 'a', aim: 'prevent', status: 'done' },
      { id: 'b', aim: 'limit', status: 'done' },
    ] as const
    expect(coverOfOne([...both])).toBe('shining')
  })
  it('[AN7] is settled by a reason, not by a blank, and gold goes before it', () => {
    expect(coverOfOne([], 'rare, and cheap to undo')).toBe('settled')
    expect(coverOfOne([{ id: 'a', aim: 'prevent' }], 'cheap')).toBe('settled')
    expect(coverOfOne([], '  ')).toBe('bare')
    expect(
      coverOfOne(
        [
          { id: 'a', aim: 'prevent' },
          { id: 'b', aim: 'detect' },
        ],
        'cheap',
      ),
    ).toBe('mended')
  })
  it('[AN8] ignores dropped actions, actions without aim and links to nothing', () => {
    expect(coverOfOne([{ id: 'a', aim: 'prevent', status: 'dropped' }, { id: 'b' }])).toBe('bare')
    const board = sketch({
      causes: [{ id: 'c' }],
      links: ['answers gone c', 'because c gone', 'because gone c'],
    })
    expect(coverOf(board)).toMatchObject({ byCause: { [idOf('c')]: 'bare' }, mended: 0 })
  })
})

describe('cover of a graph', () => {
  it('[AN9] mends an effect when all its causes are mended or settled, through several layers', () => {
    const board = sketch({
      causes: [
        { id: 'top', kind: 'impact' },
        { id: 'mid' },
        { id: 'low', acceptedRisk: 'known' },
        { id: 'side' },
      ],
      actions: [
        { id: 'p', aim: 'prevent' },
        { id: 'd', aim: 'detect' },
      ],
      links: ['because top mid', 'because mid low', 'because top side', 'answers p side'],
    })
    expect(coverOf(board).byCause[idOf('mid')]).toBe('mended')
    expect(coverOf(board).byCause[idOf('top')]).toBe('bare')
    const more = {
      ...board,
      links: [...board.links, { kind: 'answers' as const, from: idOf('d'), to: idOf('side') }],
    }
    expect(coverOf(more).byCause[idOf('top')]).toBe('mended')
    expect(coverOf(more).mended).toBe(1)
  })
  it('[AN9] leaves a ring bare until one of it is mended', () => {
    const ring = { causes: [{ id: 'a' }, { id: 'b' }], links: ['because a b', 'because b a', 'because a a'] }
    expect(coverOf(sketch(ring)).mended).toBe(0)
    const settled = sketch({
      ...ring,
      causes: [{ id: 'a' }, { id: 'b', acceptedRisk: 'yes' }],
      links: ['because a b', 'because b a'],
    })
    expect(coverOf(settled).mended).toBe(1)
  })
  it('[AN10] does not count refuted causes and mitigating factors, nor wait for them', () => {
    const board = sketch({
      causes: [
        { id: 'top' },
        { id: 'done', acceptedRisk: 'known' },
        { id: 'no', certainty: 'refuted' },
        { id: 'luck', kind: 'mitigating' },
      ],
      links: ['because top done', 'because top no', 'because top luck'],
    })
    expect(coverOf(board)).toMatchObject({ counted: [idOf('top'), idOf('done')], mended: 1 })
  })
  it('[AN10] is not mended by causes behind that do not count', () => {
    const board = sketch({
      causes: [{ id: 'top' }, { id: 'no', certainty: 'refuted' }],
      links: ['because top no'],
    })
    expect(coverOf(board).byCause[idOf('top')]).toBe('bare')
  })
  it('[AN11] gives halves half, and no figure where nothing counts', () => {
    expect(coverOf(sketch({})).mended).toBeNull()
    expect(coverOf(sketch({ causes: [{ id: 'a', certainty: 'refuted' }] })).mended).toBeNull()
    const board = sketch({
      causes: [{ id: 'a' }, { id: 'b' }, { id: 'c', acceptedRisk: 'x' }],
      actions: [{ id: 'p', aim: 'prevent' }],
      links: ['answers p a'],
    })
    expect(coverOf(board).mended).toBeCloseTo(0.5)
  })
  it('[AN12] never gets worse by another live action, on any graph', () => {
    const edge = fc.tuple(fc.nat(5), fc.nat(5)).map(([a, b]) => `because c${a} c${b}`)
    const action = fc.record({
      aim: fc.constantFrom('prevent', 'detect', 'limit', 'recover', null),
      status: fc.constantFrom('open', 'done', 'dropped'),
      to: fc.nat(5),
    })
    fc.assert(
      fc.property(fc.array(edge), fc.array(action, { minLength: 1 }), (edges, actions) => {
        const board = (n: number) =>
          sketch({
            causes: [0, 1, 2, 3, 4, 5].map((i) => ({ id: `c${i}` })),
            actions: actions.slice(0, n).map(({ aim, status }, i) => ({ id: `a${i}`, aim, status })),
            links: [...edges, ...actions.slice(0, n).map(({ to }, i) => `answers a${i} c${to}`)],
          })
        const [less, more] = [coverOf(board(actions.length - 1)), coverOf(board(actions.length))]
        for (const [id, cover] of Object.entries(less.byCause)) {
          expect(covers.indexOf(more.byCause[id] ?? 'bare')).toBeGreaterThanOrEqual(covers.indexOf(cover))
        }
      }),
    )
  })
  it('[AN14] has a row per counted cause and a cell per aim', () => {
    const board = sketch({
      causes: [{ id: 'c' }, { id: 'no', certainty: 'refuted' }],
      actions: [
        { id: 'p', aim: 'prevent' },
        { id: 'gone', aim: 'detect', status: 'dropped' },
      ],
      links: ['answers p c', 'answers gone c'],
    })
    expect(coverageMatrix(board)).toEqual([
      {
        causeId: idOf('c'),
        cover: 'half',
        actions: { prevent: [idOf('p')], detect: [], limit: [], recover: [] },
      },
    ])
  })
})

it('[AN15] takes time in step with causes and links: a chain of 40,000 is mended at once', () => {
  const ids = Array.from({ length: 40_000 }, (_, n) => String(n).padStart(22, 'a'))
  const cause = causeSchema.parse({ id: ids[0] })
  const causes = ids.map((id, n) => ({ ...cause, id, acceptedRisk: n === ids.length - 1 ? 'rare' : '' }))
  const links = ids.slice(1).map((to, n) => ({ kind: 'because' as const, from: ids[n] ?? '', to }))
  const started = cpuTime()
  const { mended } = coverOf({ ...emptySnapshot(), causes, links })
  expect(cpuTime() - started).toBeLessThan(1000)
  expect(mended).toBe(1)
})
