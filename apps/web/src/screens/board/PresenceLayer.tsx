import { useEffect, useRef } from 'react'
import { useReadable, useSession } from '../../board/boardContext.tsx'
import type { Point, Rect } from '../../canvas/geometry.ts'
import type { OtherPresence } from '../../presence/presenceChannel.ts'
import { glide } from '../../presence/smoothing.ts'

/** More cursors than this say nothing any more. */
const mostCursors = 30

/** Where the others point, and what they have in hand. One ink for all: colour is never a person. */
export function PresenceLayer({ rectOf }: { rectOf: (id: string) => Rect | undefined }) {
  const { presence } = useSession()
  const others = useReadable(presence.others)
  return (
    <>
      {others.map((other) => {
        const held = heldRect(other, rectOf)
        return (
          held && (
            <div
              key={`mark ${other.clientId}`}
              className="k-mark"
              data-editing={other.editing !== null}
              style={{ left: held.x - 5, top: held.y - 5, width: held.width + 10, height: held.height + 10 }}
            >
              <span>{other.name}</span>
            </div>
          )
        )
      })}
      {others.length <= mostCursors &&
        others.map(
          ({ clientId, cursor, name }) =>
            cursor && <Cursor key={`cursor ${clientId}`} at={cursor} name={name} />,
        )}
    </>
  )
}

/** What somebody writes in, drags or has selected. A drag shows where it would land; the item moves when they let go. */
function heldRect(other: OtherPresence, rectOf: (id: string) => Rect | undefined): Rect | undefined {
  const { drag } = other
  const id = other.editing?.split('.')[0] ?? drag?.id ?? other.selection[0]
  const rect = id === undefined ? undefined : rectOf(id)
  return rect && drag && drag.id === id ? { ...rect, x: drag.x, y: drag.y } : rect
}

/** Glides to where it was last told to be; React draws it once and never again. */
function Cursor({ at, name }: { at: Point; name: string }) {
  const element = useRef<HTMLDivElement>(null)
  const drawn = useRef(at)
  const { x, y } = at
  useEffect(() => {
    const told = { x, y }
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) drawn.current = told
    let frame = 0
    let last = performance.now()
    const step = (now: number): void => {
      drawn.current = glide(drawn.current, told, now - last)
      last = now
      if (element.current)
        element.current.style.transform = `translate(${drawn.current.x}px, ${drawn.current.y}px)`
      if (drawn.current !== told) frame = requestAnimationFrame(step)
    }
    step(last)
    return () => cancelAnimationFrame(frame)
  }, [x, y])
  return (
    <div ref={element} className="k-cursor" data-testid="cursor">
      <div>
        <svg width="15" height="17" viewBox="0 0 15 17" aria-hidden="true">
          <path
            d="M1.5 1.3 13.5 8 7.8 9.3 5 15z"
            fill="var(--crack)"
            stroke="var(--washi)"
            strokeWidth="1.2"
            strokeLinejoin="round"
          />
        </svg>
        <span>{name}</span>
      </div>
    </div>
  )
}
