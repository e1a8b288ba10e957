import { addWhy, linkItems } from '@kintsugi/board'
import { type PointerEvent as ReactPointerEvent, useCallback, useState } from 'react'
import { useWords } from '../../app/wordsContext.tsx'
import { useDesk, useSession } from '../../board/boardContext.tsx'
import { centreOf, type Point } from '../../canvas/geometry.ts'
import type { SpatialIndex } from '../../canvas/spatialIndex.ts'
import type { Camera } from '../../canvas/useCamera.ts'
import { causeCard, placeUnder } from '../../causes/layoutCauses.ts'
import type { BoardLayout } from './layoutBoard.ts'
import { underPoint } from './things.ts'
import { useSettle } from './useSettle.ts'

export interface Pulled {
  from: string
  to: Point
}

/** Pulling "why?" out of a cause: onto another cause it links, into the open it makes the next cause, a mere click does the same. */
export function usePull(layout: BoardLayout, index: SpatialIndex, camera: Camera) {
  const { board } = useSession()
  const desk = useDesk()
  const { t } = useWords()
  const settle = useSettle(layout)
  const [pulled, setPulled] = useState<Pulled | null>(null)

  const why = useCallback(
    (effectId: string, at?: Point): string | undefined => {
      const effect = index.byId(effectId)
      if (!effect) return undefined
      const taken = layout.causes.placed.map(({ rect }) => rect)
      const place = at ?? placeUnder(effect.rect, taken, 96)
      const { origin } = layout.causes
      settle()
      const id = addWhy(board, effectId, {
        placement: { x: Math.round(place.x - origin.x), y: Math.max(0, Math.round(place.y - origin.y)) },
      })
      if (id !== undefined) desk.begin({ part: 'causes', id, field: 'text' })
      return id
    },
    [board, desk, index, layout, settle],
  )

  const pull = useCallback(
    (from: string, start: ReactPointerEvent) => {
      if (start.button !== 0) return
      start.preventDefault()
      start.stopPropagation()
      const begun = { x: start.clientX, y: start.clientY }
      let far = false
      const targetAt = (at: Point): string | null => {
        const under = underPoint(layout, index, at, [from])
        return under.item?.part === 'causes' ? under.item.id : null
      }
      const move = (event: PointerEvent): void => {
        far ||= Math.hypot(event.clientX - begun.x, event.clientY - begun.y) > 6
        if (!far) return
        const at = camera.toCanvas({ x: event.clientX, y: event.clientY })
        const target = targetAt(at)
        setPulled({ from, to: at })
        desk.ghost.set({ at, text: t(target ? 'board.ghost.because' : 'board.ghost.why'), target })
      }
      const end = (event: PointerEvent): void => {
        stop()
        const at = camera.toCanvas({ x: event.clientX, y: event.clientY })
        if (!far) {
          why(from)
          return
        }
        const target = targetAt(at)
        if (target) linkItems(board, { kind: 'because', from, to: target })
        else why(from, { x: at.x - causeCard.width / 2, y: at.y - 14 })
      }
      const giveUp = (event: KeyboardEvent): void => {
        if (event.key === 'Escape') stop()
      }
      const stop = (): void => {
        window.removeEventListener('pointermove', move)
        window.removeEventListener('pointerup', end)
        window.removeEventListener('pointercancel', stop)
        window.removeEventListener('keydown', giveUp, true)
        setPulled(null)
        desk.ghost.set(null)
      }
      window.addEventListener('pointermove', move)
      window.addEventListener('pointerup', end)
      window.addEventListener('pointercancel', stop)
      window.addEventListener('keydown', giveUp, true)
    },
    [board, camera, desk, index, layout, t, why],
  )

  const rectFrom = pulled ? layout.causes.placed.find(({ id }) => id === pulled.from)?.rect : undefined
  const line =
    pulled && rectFrom
      ? { from: { x: centreOf(rectFrom).x, y: rectFrom.y + rectFrom.height }, to: pulled.to }
      : null
  return { pull, why, line }
}
