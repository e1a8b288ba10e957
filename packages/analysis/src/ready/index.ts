import type { BoardSnapshot, Department, ItemId } from '@kintsugi/model'
import { askedOf, type ReadyCheck, type ReadyCode, type ReadyField } from './check.ts'
import { beforeDetection } from './material/beforeDetection.ts'
import { chat } from './material/chat.ts'
import { detection } from './material/detection.ts'
import { evidence } from './material/evidence.ts'
import { impact } from './material/impact.ts'
import { impactNumbers } from './material/impactNumbers.ts'
import { summary } from './material/summary.ts'
import { timeline } from './material/timeline.ts'
import { checklist } from './meeting/checklist.ts'
import { meetingHours } from './meeting/meetingHours.ts'
import { meetingSoon } from './meeting/meetingSoon.ts'
import { meetingTime } from './meeting/meetingTime.ts'
import { owner } from './meeting/owner.ts'
import { customerSide } from './people/customerSide.ts'
import { departments } from './people/departments.ts'
import { invitation } from './people/invitation.ts'
import { responders } from './people/responders.ts'
import { rulesRead } from './people/rulesRead.ts'
import { threeDepartments } from './people/threeDepartments.ts'
import { unnamed } from './people/unnamed.ts'

/** The catalogue, in the order in which an owner prepares. */
export const readyChecks = [
  owner,
  meetingTime,
  meetingHours,
  meetingSoon,
  summary,
  impact,
  impactNumbers,
  timeline,
  detection,
  beforeDetection,
  evidence,
  chat,
  responders,
  departments,
  threeDepartments,
  customerSide,
  unnamed,
  invitation,
  rulesRead,
  checklist,
] as const satisfies readonly ReadyCheck[]

export interface ReadyPoint {
  code: ReadyCode
  /** Where it is put right. */
  at: ReadyField
  missing: boolean
  args: Record<string, string | number>
  names: readonly string[]
  /** What on the board it is about, to jump to. */
  itemIds: readonly ItemId[]
}

/** What the meeting can rely on, and what is missing for it. Advice: a meeting can be held without any of it. */
export function readyCheck(
  snapshot: BoardSnapshot,
  { departments: list }: { departments: readonly Department[] },
): ReadyPoint[] {
  const asked = askedOf(snapshot, list)
  return readyChecks.flatMap(({ code, at, judge }: ReadyCheck) => {
    const found = judge(asked)
    if (found === null) return []
    const { missing, args = {}, names = [], itemIds = [] } = found
    return [{ code, at, missing, args, names, itemIds }]
  })
}

export { type ReadyCode, type ReadyField, readyCodes, readyFields } from './check.ts'
export { departmentGaps } from './departmentGaps.ts'
