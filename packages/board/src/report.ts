import { emptyReport, type Incident, type Report, type ReportStage, reportSchema } from '@kintsugi/model'
import { checked } from './item.ts'
import { type Board, things } from './shape.ts'
import { incidentFields } from './slices.ts'
import { act, fieldKey } from './verb.ts'

const keys = {
  first: 'reportFirst',
  interim: 'reportInterim',
  final: 'reportFinal',
} as const satisfies Record<ReportStage, keyof Incident>

/** Writes texts or the time of one stage of the incident report; null lets a text follow the board again. */
export function writeReport(board: Board, stage: ReportStage, patch: Partial<Report>): void {
  const key = keys[stage]
  // What is wrong throws before anything is written; what is there already may be older, or somebody else's.
  reportSchema.parse({ ...emptyReport, ...patch })
  act(
    board,
    'writeReport',
    () => {
      const incident = things(board, 'incident')
      const now = reportSchema.safeParse(incident.get(key))
      const next = reportSchema.parse({ ...(now.success ? now.data : emptyReport), ...patch })
      for (const [field, value] of checked(incidentFields, { [key]: next })) incident.set(field, value)
    },
    fieldKey(`incident.${key}`, patch),
  )
}

/** 宛先 and 差出人, the same for all stages. */
export function addressReport(board: Board, patch: Partial<Pick<Incident, 'reportTo' | 'reportFrom'>>): void {
  const values = checked(incidentFields, patch)
  act(
    board,
    'addressReport',
    () => {
      for (const [field, value] of values) things(board, 'incident').set(field, value)
    },
    fieldKey('incident.report', patch),
  )
}
