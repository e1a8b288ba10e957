import { type BoardSnapshot, type PracticeStep, plainTextOf, practiceSteps } from '@kintsugi/model'
import { countsForCover } from '../metrics/index.ts'

/** How far a step has come, as a hint: `open` untouched, `begun`, `ready` where nothing it asks for is missing. */
export const stepStates = ['open', 'begun', 'ready'] as const
export type StepState = (typeof stepStates)[number]

export interface StepProgress {
  step: PracticeStep
  state: StepState
  /** What to do next, a key of `practice.hints` in `words`. */
  hint: string
  args: Record<string, number>
  /** All that the step asks for, by the hint that is given where it is missing. */
  checks: { hint: string; isDone: boolean }[]
}
type Hint = [hint: string, args?: Record<string, number>]
type Check = [isMissing: boolean, ...hint: Hint]

/** The first that is missing, else what there is. */
function progressOf(begun: boolean, checks: Check[], ready: Hint): Omit<StepProgress, 'step'> {
  const next = checks.find(([isMissing]) => isMissing)
  const [hint, args = {}] = next ? [next[1], next[2]] : ready
  return {
    state: next ? (begun ? 'begun' : 'open') : 'ready',
    hint,
    args,
    checks: checks.map(([isMissing, hint]) => ({ hint, isDone: !isMissing })),
  }
}

const reviewable: ReadonlySet<string> = new Set(['action', 'decision', 'message', 'statusPost'])
const leastDepartments = 3

const readers: Record<PracticeStep, (snapshot: BoardSnapshot) => Omit<StepProgress, 'step'>> = {
  owner({ incident }) {
    const owner = incident.owner.trim() !== ''
    return progressOf(
      owner,
      [
        [!owner, 'ownerMissing'],
        [incident.meetingAt === null, 'meetingMissing'],
        [plainTextOf(incident.summary) === '', 'summaryMissing'],
      ],
      ['ownerReady'],
    )
  },
  participants({ people }) {
    const departments = new Set(people.map(({ department }) => department.trim()).filter(Boolean)).size
    const acknowledged = people.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length
    const waiting = people.filter(
      ({ acknowledgedAt, attended }) => acknowledgedAt === null && attended !== false,
    ).length
    return progressOf(
      people.length > 0,
      [
        [people.length === 0, 'peopleMissing'],
        [departments < leastDepartments, 'departmentsFew', { count: departments }],
        [
          people.length === 0 || waiting > 0,
          'rulesWaiting',
          { count: acknowledged, total: acknowledged + waiting },
        ],
      ],
      ['peopleReady', { count: people.length, departments }],
    )
  },
  causes({ causes, links }) {
    const counted = causes.filter(countsForCover)
    const roots = counted.filter(({ kind }) => kind === 'root').length
    const linked = links.some(({ kind }) => kind === 'because')
    return progressOf(
      counted.length > 0,
      [
        [counted.length === 0, 'causesMissing'],
        [!linked, 'whyMissing'],
        [roots === 0, 'rootMissing', { count: counted.length }],
      ],
      ['causesReady', { count: counted.length, roots }],
    )
  },
  response({ timeline }) {
    const acts = timeline.filter(({ kind }) => reviewable.has(kind))
    const reviewed = timeline.filter(({ review }) => review !== null).length
    const decided = timeline.some(({ kind, saw }) => kind === 'decision' && plainTextOf(saw) !== '')
    return progressOf(
      reviewed > 0,
      [
        [acts.length === 0, 'actsMissing'],
        [reviewed === 0, 'reviewMissing', { count: acts.length }],
        [!decided, 'modelMissing'],
      ],
      ['reviewReady', { count: reviewed }],
    )
  },
  timeline({ timeline }) {
    const proven = timeline.filter(({ evidence }) => evidence.length > 0).length
    return progressOf(
      timeline.length > 0,
      [
        [timeline.length === 0, 'entriesMissing'],
        [!timeline.some(({ milestone }) => milestone?.name === 'resolved'), 'resolvedMissing'],
        [
          timeline.length === 0 || proven * 2 < timeline.length,
          'evidenceFew',
          { count: proven, total: timeline.length },
        ],
      ],
      ['timelineReady', { count: timeline.length, proven }],
    )
  },
  kpt({ kptNotes, actions }) {
    const has = (column: string): boolean => kptNotes.some(({ slot }) => slot.column === column)
    return progressOf(
      kptNotes.length > 0,
      [
        [kptNotes.length === 0, 'notesMissing'],
        [!has('keep'), 'keepMissing'],
        [!has('problem'), 'problemMissing'],
        [!has('try'), 'tryMissing'],
        [actions.length === 0, 'actionsMissing'],
      ],
      ['kptReady', { count: kptNotes.length, actions: actions.length }],
    )
  },
}

/** All six steps in their order. A reading of the board, never a barrier. */
export function practiceProgress(snapshot: BoardSnapshot): StepProgress[] {
  return practiceSteps.map((step) => ({ step, ...readers[step](snapshot) }))
}
