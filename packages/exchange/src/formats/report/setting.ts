import { milestonesOf } from '@kintsugi/analysis'
import type { BoardSnapshot, IncidentStatus, Instant, ReportStage, TimelineEntry } from '@kintsugi/model'
import { type Times, timesIn } from '@kintsugi/words'
import type { WriteContext } from '../format.ts'
import { discreetly } from './discreet.ts'

/** What every text of a report is derived from. */
export interface Setting extends Pick<WriteContext, 'language' | 'stage'> {
  snapshot: BoardSnapshot
  t: WriteContext['words']
  times: Times
  /** What had happened by the report's own time, or all where it has none. */
  timeline: readonly TimelineEntry[]
  milestones: ReturnType<typeof milestonesOf>
  status: IncidentStatus
  /** Time of an entry, the day in front where it is another than the first. */
  clock(at: Instant): string
  /** `2026年4月18日 21:47 頃`, without the zone: for sentences. */
  moment(at: Instant, approximate?: boolean): string
  discreet(text: string): string
}

export const reportField = {
  first: 'reportFirst',
  interim: 'reportInterim',
  final: 'reportFinal',
} as const satisfies Record<ReportStage, string>

function statusBy(
  snapshot: BoardSnapshot,
  milestones: Setting['milestones'],
  limited: boolean,
): IncidentStatus {
  if (milestones.resolved || milestones.impactEnd) return 'resolved'
  if (milestones.mitigated) return 'mitigated'
  // A report as of an earlier time does not know how it ended, and a board without any time has not recorded it.
  return limited || !snapshot.timeline.some(({ at }) => at !== null) ? 'ongoing' : snapshot.incident.status
}

export function settingOf(snapshot: BoardSnapshot, { language, words: t, stage }: WriteContext): Setting {
  const { asOf } = snapshot.incident[reportField[stage]]
  const timeline = snapshot.timeline.filter(
    ({ at }) => asOf === null || (at !== null && Date.parse(at) <= Date.parse(asOf)),
  )
  const milestones = milestonesOf({ timeline: [...timeline] })
  const times = timesIn(snapshot.incident.timeZone, language)
  const base = timeline.find(({ at }) => at !== null)?.at
  return {
    snapshot,
    language,
    stage,
    t,
    times,
    timeline,
    milestones,
    status: statusBy(snapshot, milestones, asOf !== null),
    clock: (at) => times.clockFrom(base ?? at, at, { seconds: false }),
    moment(at, approximate = false) {
      const comma = language === 'ja' ? ' ' : ', '
      const time = `${times.date(at)}${comma}${times.clock(at, { seconds: false })}`
      return approximate ? t('documents.about', { time }) : time
    },
    discreet: discreetly(snapshot, t),
  }
}
