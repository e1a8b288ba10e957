import type { BoardSnapshot, Department, ItemId } from '@kintsugi/model'
import { type MilestonesOf, milestonesOf } from '../metrics/index.ts'

/** What is looked for, in the order in which an owner prepares. */
export const readyCodes = [
  'owner',
  'meetingTime',
  'meetingHours',
  'meetingSoon',
  'summary',
  'impact',
  'impactNumbers',
  'timeline',
  'detection',
  'beforeDetection',
  'evidence',
  'chat',
  'responders',
  'departments',
  'threeDepartments',
  'customerSide',
  'unnamed',
  'invitation',
  'rulesRead',
  'checklist',
] as const
export type ReadyCode = (typeof readyCodes)[number]

/** Where on the board a point is put right. */
export const readyFields = [
  'owner',
  'meeting',
  'summary',
  'impact',
  'timeline',
  'import',
  'people',
  'invitation',
  'checklist',
] as const
export type ReadyField = (typeof readyFields)[number]

/** What the checks look at. */
export interface Asked {
  snapshot: BoardSnapshot
  /** The master list. */
  departments: readonly Department[]
  milestones: MilestonesOf
}

/** What a check found; null where there is nothing to say yet, because another check speaks about it. */
export type Judgement = {
  missing: boolean
  args?: Record<string, string | number>
  /** Names to be listed in the sentence. */
  names?: readonly string[]
  itemIds?: readonly ItemId[]
} | null

export interface ReadyCheck {
  /** Key of its sentences in `words`, `ready.points`. */
  code: ReadyCode
  at: ReadyField
  judge(asked: Asked): Judgement
}

export const askedOf = (snapshot: BoardSnapshot, departments: readonly Department[]): Asked => ({
  snapshot,
  departments,
  milestones: milestonesOf(snapshot),
})
