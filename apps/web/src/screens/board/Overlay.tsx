import type { Link } from '@kintsugi/model'
import { Suspense, useMemo } from 'react'
import { later } from '../../app/later.ts'
import { useBoard, useDesk, useReadable } from '../../board/boardContext.tsx'
import { linksOf } from '../../board/readings.ts'
import type { Point, Rect } from '../../canvas/geometry.ts'
import type { CommandId } from './commands/index.ts'
import type { Create } from './useCreate.ts'

const InPlace = later(() => import('./InPlace.tsx').then(({ InPlace }) => ({ default: InPlace })))

const RoundMarks = later(() =>
  import('../../rounds/RoundMarks.tsx').then(({ RoundMarks }) => ({ default: RoundMarks })),
)
const PresenceLayer = later(() =>
  import('./PresenceLayer.tsx').then(({ PresenceLayer }) => ({ default: PresenceLayer })),
)
const Threads = later(() => import('./Threads.tsx').then(({ Threads }) => ({ default: Threads })))
const SelectionBar = later(() =>
  import('../../kpt/SelectionBar.tsx').then(({ SelectionBar }) => ({ default: SelectionBar })),
)

const none: readonly Link[] = []

export interface OverlayProps {
  rectOf: (id: string) => Rect | undefined
  line: { from: Point; to: Point } | null
  create: Create
  why: (effectId: string) => string | undefined
  run: (id: CommandId) => void
}

/** What floats above the items: threads, the crack being pulled, the ghost, the others, the editor. */
export function Overlay({ rectOf, line, create, why, run }: OverlayProps) {
  const desk = useDesk()
  const selection = useReadable(desk.selection)
  const ghost = useReadable(desk.ghost)
  const editing = useReadable(desk.editing)
  const only = selection.size === 1 ? [...selection][0] : undefined
  const links = useBoard((s) => (only === undefined ? none : linksOf(s, only)))
  const threads = useMemo(() => links.filter((link) => link.kind !== 'because'), [links])
  const target = ghost?.target ? rectOf(ghost.target) : undefined
  const editingRect = editing ? rectOf(editing.id) : undefined
  return (
    <>
      {threads.length > 0 && (
        <Suspense>
          <Threads links={threads} rectOf={rectOf} />
        </Suspense>
      )}
      {line && (
        <svg className="k-threads" width="1" height="1" aria-hidden="true">
          <path className="k-pulled" d={`M${line.from.x} ${line.from.y}L${line.to.x} ${line.to.y}`} />
        </svg>
      )}
      {target && (
        <div
          className="k-drop-target"
          style={{
            left: target.x - 4,
            top: target.y - 4,
            width: target.width + 8,
            height: target.height + 8,
          }}
        />
      )}
      {ghost?.line && (
        <div
          className="k-drop-line"
          data-testid="drop-line"
          style={{
            left: ghost.line.x,
            top: ghost.line.y,
            width: ghost.line.width,
            height: ghost.line.height,
          }}
        />
      )}
      {selection.size > 1 && (
        <Suspense>
          <SelectionBar rectOf={rectOf} run={run} />
        </Suspense>
      )}
      <Suspense>
        <PresenceLayer rectOf={rectOf} />
        <RoundMarks rectOf={rectOf} />
      </Suspense>
      {editing && editingRect && (
        <Suspense>
          <InPlace
            key={`${editing.id}.${editing.field}`}
            text={editing}
            rect={editingRect}
            create={create}
            why={why}
          />
        </Suspense>
      )}
      {ghost?.text && (
        <div className="k-ghost" role="status" style={{ left: ghost.at.x, top: ghost.at.y }}>
          {ghost.text}
        </div>
      )}
    </>
  )
}
