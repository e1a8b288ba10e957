import type { Link } from '@kintsugi/model'
import { Suspense, useMemo } from 'react'
import { later } from '../../app/later.ts'
import { useBoard, useDesk, useReadable } from '../../board/boardContext.tsx'
import { linksOf } from '../../board/readings.ts'
import type { Point, Rect } from '../../canvas/geometry.ts'
import { PresenceLayer } from './PresenceLayer.tsx'
import { Threads } from './Threads.tsx'
import type { Create } from './useCreate.ts'

const InPlace = later(() => import('./InPlace.tsx').then(({ InPlace }) => ({ default: InPlace })))

const none: readonly Link[] = []

export interface OverlayProps {
  rectOf: (id: string) => Rect | undefined
  line: { from: Point; to: Point } | null
  create: Create
  why: (effectId: string) => string | undefined
}

/** What floats above the items: threads, the crack being pulled, the ghost, the others, the editor. */
export function Overlay({ rectOf, line, create, why }: OverlayProps) {
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
      {threads.length > 0 && <Threads links={threads} rectOf={rectOf} />}
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
      <PresenceLayer rectOf={rectOf} />
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
      {ghost && (
        <div className="k-ghost" role="status" style={{ left: ghost.at.x, top: ghost.at.y }}>
          {ghost.text}
        </div>
      )}
    </>
  )
}
