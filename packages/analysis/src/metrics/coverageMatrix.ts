import type { ActionAim, BoardSnapshot, ItemId } from '@kintsugi/model'
import { actionAims } from '@kintsugi/model'
import { type Cover, countsForCover, coverOf } from './cover.ts'

export interface CoverageRow {
  causeId: ItemId
  cover: Cover
  /** Live actions that answer the cause with this aim, in reading order. */
  actions: Record<ActionAim, ItemId[]>
}

/** Cause × aim: which actions stand where, and where nothing does. Counted causes only, in reading order. */
export function coverageMatrix(snapshot: Pick<BoardSnapshot, 'causes' | 'actions' | 'links'>): CoverageRow[] {
  const { byCause } = coverOf(snapshot)
  const answers = new Set(
    snapshot.links.flatMap((link) => (link.kind === 'answers' ? [`${link.from} ${link.to}`] : [])),
  )
  const live = snapshot.actions.filter((action) => action.status !== 'dropped')
  const cell = (causeId: ItemId, aim: ActionAim): ItemId[] =>
    live.filter((action) => action.aim === aim && answers.has(`${action.id} ${causeId}`)).map(({ id }) => id)
  return snapshot.causes.filter(countsForCover).map((cause) => ({
    causeId: cause.id,
    cover: byCause[cause.id] ?? 'bare',
    actions: Object.fromEntries(
      actionAims.map((aim) => [aim, cell(cause.id, aim)]),
    ) as CoverageRow['actions'],
  }))
}
