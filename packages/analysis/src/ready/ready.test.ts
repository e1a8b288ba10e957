import { checklistItemSchema, type Department, departmentSchema, participantSchema } from '@kintsugi/model'
import { paymentTimeout } from '@kintsugi/model/examples'
import { describe, expect, it } from 'vitest'
import { type ReadyCode, readyCheck, readyChecks, readyCodes, readyFields } from '../index.ts'
import { idOf, type Sketch, sketch } from '../testing/sketch.ts'

type Person = { name?: string; department?: string; attended?: boolean; acknowledgedAt?: string }
type Scene = Sketch & { who?: Person[]; checks?: [step: string | null, done: boolean][]; list?: Department[] }

const department = (name: string, ...aliases: string[]): Department =>
  departmentSchema.parse({ id: idOf(name.replace(/\W/g, 'x')), name, aliases })
const list = [department('Platform', 'Infra'), department('Helpers', 'Support')]

function points({ who = [], checks = [], list: master = [], ...rest }: Scene) {
  const snapshot = {
    ...sketch(rest),
    people: who.map((person, i) => participantSchema.parse({ id: idOf(`p${i}`), ...person })),
    checklist: checks.map(([step, done], i) =>
      checklistItemSchema.parse({ id: idOf(`c${i}`), name: 'x', step, done }),
    ),
  }
  return readyCheck(snapshot, { departments: master })
}
const pointOf = (scene: Scene, code: ReadyCode) => points(scene).find((point) => point.code === code)

const meetingAt = (at: string): Sketch => ({ incident: { timeZone: 'Asia/Tokyo', meetingAt: at } })
const detected = { id: 'd', at: '2026-04-18T13:00:00Z', is: 'detected' }
const read = '2026-04-20T00:00:00Z'

/** Scenes in which it is missing, there, and not spoken about. */
const scenes: Record<ReadyCode, { missing: Scene[]; there: Scene[]; silent?: Scene[] }> = {
  owner: { missing: [{}, { incident: { owner: ' ' } }], there: [{ incident: { owner: '鈴木' } }] },
  meetingTime: { missing: [{}], there: [meetingAt('2026-04-20T04:00:00Z')] },
  meetingHours: {
    // A Saturday, a holiday, the year's end, an evening: each on the incident's clock.
    missing: [
      '2026-04-18T04:00:00Z',
      '2026-05-04T04:00:00Z',
      '2026-12-30T04:00:00Z',
      '2026-04-20T10:00:00Z',
    ].map(meetingAt),
    there: [meetingAt('2026-04-20T04:00:00Z')],
    silent: [{}],
  },
  meetingSoon: {
    missing: [
      {
        incident: { timeZone: 'Asia/Tokyo', meetingAt: '2026-04-24T04:00:00Z' },
        timeline: [{ id: 'r', at: '2026-04-18T15:10:00Z', is: 'resolved' }],
      },
    ],
    there: [
      {
        incident: { timeZone: 'Asia/Tokyo', meetingAt: '2026-04-22T04:00:00Z' },
        timeline: [{ id: 'r', at: '2026-04-18T15:10:00Z', is: 'resolved' }],
      },
    ],
    silent: [{}, meetingAt('2026-04-24T04:00:00Z')],
  },
  summary: { missing: [{}], there: [{ incident: { summary: '止まった。' } }] },
  impact: { missing: [{}], there: [{ incident: { impact: 'Some.' } }] },
  impactNumbers: {
    missing: [{ incident: { impact: '多くの注文' } }],
    there: [{ incident: { impact: '注文１２件' } }],
    silent: [{}],
  },
  timeline: { missing: [{}], there: [{ timeline: [{ id: 'a' }] }] },
  detection: {
    missing: [{ timeline: [{ id: 'a' }] }],
    there: [{ timeline: [detected] }],
    silent: [{}],
  },
  beforeDetection: {
    missing: [{ timeline: [detected, { id: 'later', at: '2026-04-18T13:01:00Z' }] }],
    there: [{ timeline: [detected, { id: 'deploy', at: '2026-04-18T12:30:00.5Z' }] }],
    silent: [{}, { timeline: [{ id: 'a' }] }],
  },
  evidence: {
    missing: [{ timeline: [{ id: 'a' }] }],
    there: [
      {
        timeline: [
          {
            id: 'a',
            evidence: [{ id: idOf('e'), url: 'https://example.com', title: '', excerpt: '' } as never],
          },
          { id: 'b' },
        ],
      },
    ],
    silent: [{}],
  },
  chat: {
    missing: [{}, { timeline: [{ id: 'a', kind: 'alert' }] }],
    there: [{ timeline: [{ id: 'a', kind: 'message' }] }],
  },
  responders: {
    missing: [{}, { incident: { owner: 'Ito' }, who: [{ name: 'Ito ' }, { department: 'Sales' }] }],
    there: [{ incident: { owner: 'Ito' }, who: [{ name: 'Sato' }] }],
  },
  departments: {
    missing: [
      { list, who: [{ department: 'infra' }] },
      { incident: { guide: { departments: ['Legal'] } as never }, who: [{ department: 'Sales' }] },
    ],
    there: [{ list, who: [{ department: 'infra' }, { department: 'Support' }] }],
    silent: [{}],
  },
  threeDepartments: {
    missing: [{ list, who: [{ department: 'Infra' }, { department: 'Platform' }, { department: 'QA' }] }],
    there: [{ who: [{ department: 'A' }, { department: 'B' }, { department: 'C' }] }],
    silent: [{}],
  },
  customerSide: {
    missing: [{}, { who: [{ department: 'Platform' }, { department: '決済' }] }],
    there: [
      { who: [{ department: '法人営業部' }] },
      { who: [{ department: 'ＣＳ' }] },
      { who: [{ department: 'Inside Sales' }] },
      // By another name of the same department.
      { list, who: [{ department: 'Helpers' }] },
    ],
  },
  unnamed: {
    missing: [{ who: [{ department: 'Sales' }, { name: 'Sato' }] }],
    there: [],
    silent: [{}, { who: [{ name: 'Sato' }] }],
  },
  invitation: {
    missing: [meetingAt('2026-04-20T04:00:00Z')],
    there: [{ incident: { meetingAt: read, invitedAt: read } }],
    silent: [{}],
  },
  rulesRead: {
    missing: [{ who: [{ name: 'A', acknowledgedAt: read }, { name: 'B' }] }],
    there: [
      { who: [{ name: 'A', acknowledgedAt: read }, { name: 'B', attended: false }, { department: 'Sales' }] },
    ],
    silent: [{}],
  },
  checklist: {
    missing: [
      {
        checks: [
          ['owner', true],
          ['participants', false],
        ],
      },
    ],
    // What belongs to the meeting itself is not due before it.
    there: [
      {
        checks: [
          ['owner', true],
          ['kpt', false],
          [null, false],
        ],
      },
    ],
    silent: [{}, { checks: [['kpt', false]] }],
  },
}

describe.each(readyChecks)('$code', ({ code, at }) => {
  const { missing, there, silent = [] } = scenes[code]
  it.each(missing)('[PC1] says that it is missing, and where it is put right (%#)', (scene) => {
    expect(pointOf(scene, code)).toMatchObject({ missing: true, at })
  })
  it.each([
    ...there.map((scene) => ({ scene, expected: false })),
    ...silent.map((scene) => ({ scene, expected: undefined })),
  ])(
    '[PC2] says that it is there, or nothing where another check speaks about it (%#)',
    ({ scene, expected }) => {
      expect(pointOf(scene, code)?.missing).toBe(expected)
    },
  )
})

describe('the ready check', () => {
  it('[PC3] names each check once, in the order of preparing, and knows a place for each', () => {
    const codes = readyChecks.map(({ code }) => code)
    expect(codes).toEqual([...readyCodes])
    expect(new Set(readyChecks.map(({ at }) => at))).toEqual(new Set(readyFields))
    const said = points({}).map(({ code }) => code)
    expect(said).toEqual(codes.filter((code) => said.includes(code)))
  })
  it('[PC3] has nothing to add to the worked example', () => {
    for (const board of [paymentTimeout.ja, paymentTimeout.en])
      expect(readyCheck(board, { departments: [] }).filter((point) => point.missing)).toEqual([])
  })
  it('[PC4] names departments that nobody is from, of the template and of the list, each once and as it is called now', () => {
    const scene: Scene = {
      list: [...list, departmentSchema.parse({ id: idOf('old'), name: 'Old', archived: true })],
      incident: { guide: { departments: ['Legal', 'infra', 'ＳＡＬＥＳ'] } as never },
      who: [{ department: 'sales' }],
    }
    expect(pointOf(scene, 'departments')?.names).toEqual(['Legal', 'Platform', 'Helpers'])
  })
  it('[PC4] says what to count', () => {
    const counted = pointOf({ who: [{ name: 'A', acknowledgedAt: read }, { name: 'B' }] }, 'rulesRead')
    expect(counted?.args).toEqual({ count: 1, total: 2 })
    expect(pointOf(meetingAt('2026-05-04T04:00:00Z'), 'meetingHours')?.args).toEqual({ off: 'holiday' })
  })
})
