import type { BoardSnapshot, Instant } from '@kintsugi/model'
import { aimMissing } from './actions/aimMissing.ts'
import { assigneeMissing } from './actions/assigneeMissing.ts'
import { causeMissing } from './actions/causeMissing.ts'
import { doneWhenMissing } from './actions/doneWhenMissing.ts'
import { dueMissing } from './actions/dueMissing.ts'
import { interimAlone } from './actions/interimAlone.ts'
import { noActions } from './actions/noActions.ts'
import { noContain } from './actions/noContain.ts'
import { noPrevent } from './actions/noPrevent.ts'
import { cycle } from './causes/cycle.ts'
import { noCauses } from './causes/noCauses.ts'
import { noRootCause } from './causes/noRootCause.ts'
import { onlyTechnical } from './causes/onlyTechnical.ts'
import { rootUnanswered } from './causes/rootUnanswered.ts'
import { singleBranch } from './causes/singleBranch.ts'
import { unproven } from './causes/unproven.ts'
import { whyOpen } from './causes/whyOpen.ts'
import { type Check, checkedBoard, type Finding } from './check.ts'
import { impactMissing } from './incident/impactMissing.ts'
import { impactWithoutNumber } from './incident/impactWithoutNumber.ts'
import { meetingLate } from './incident/meetingLate.ts'
import { ownerMissing } from './incident/ownerMissing.ts'
import { publicationLate } from './incident/publicationLate.ts'
import { summaryMissing } from './incident/summaryMissing.ts'
import { summaryTooLong } from './incident/summaryTooLong.ts'
import { keepMissing } from './kpt/keepMissing.ts'
import { problemMissing } from './kpt/problemMissing.ts'
import { tooFewDepartments } from './people/tooFewDepartments.ts'
import { decisionUnexplained } from './timeline/decisionUnexplained.ts'
import { milestoneMissing } from './timeline/milestoneMissing.ts'
import { milestoneOrder } from './timeline/milestoneOrder.ts'
import { milestoneUnproven } from './timeline/milestoneUnproven.ts'
import { noDecision } from './timeline/noDecision.ts'
import { noEntries } from './timeline/noEntries.ts'
import { onlySuggestedMilestones } from './timeline/onlySuggestedMilestones.ts'
import { responseNotReviewed } from './timeline/responseNotReviewed.ts'
import { silentGap } from './timeline/silentGap.ts'
import { spanReversed } from './timeline/spanReversed.ts'
import { startsAtDetection } from './timeline/startsAtDetection.ts'
import { timeMissing } from './timeline/timeMissing.ts'

/** The catalogue, in the order in which findings are shown. */
export const checks = [
  ownerMissing,
  summaryMissing,
  summaryTooLong,
  impactMissing,
  impactWithoutNumber,
  meetingLate,
  publicationLate,
  tooFewDepartments,
  noEntries,
  startsAtDetection,
  milestoneMissing,
  milestoneOrder,
  onlySuggestedMilestones,
  silentGap,
  timeMissing,
  spanReversed,
  milestoneUnproven,
  decisionUnexplained,
  noDecision,
  responseNotReviewed,
  noCauses,
  noRootCause,
  rootUnanswered,
  unproven,
  singleBranch,
  cycle,
  onlyTechnical,
  whyOpen,
  keepMissing,
  problemMissing,
  noActions,
  assigneeMissing,
  dueMissing,
  causeMissing,
  aimMissing,
  doneWhenMissing,
  noPrevent,
  noContain,
  interimAlone,
] as const satisfies readonly Check[]
export type CheckCode = (typeof checks)[number]['code']

/**
 * Everything the catalogue has to say about a board: advice before finalizing, never a barrier. With `now`, the moment
 * of finalizing, also whether that is late.
 */
export function findings(snapshot: BoardSnapshot, { now = null }: { now?: Instant | null } = {}): Finding[] {
  const board = checkedBoard(snapshot, now)
  return checks.flatMap(({ code, severity, find }: Check) =>
    find(board).map((hit) => ({ code, severity, ...hit })),
  )
}

export { type Check, type Finding, type FindingSeverity, findingSeverities } from './check.ts'
