import { useReadable, useSession } from '../../board/boardContext.tsx'
import type { Rect } from '../../canvas/geometry.ts'

/** More cursors than this say nothing any more. */
const mostCursors = 30

/** Where the others point, and what they have in hand. One ink for all: colour is never a person. */
export function PresenceLayer({ rectOf }: { rectOf: (id: string) => Rect | undefined }) {
  const { presence } = useSession()
  const others = useReadable(presence.others)
  return (
    <>
      {others.map((other) => {
        const editing = other.editing?.split('.')[0]
        const held = editing ?? other.selection[0]
        const rect = held === undefined ? undefined : rectOf(held)
        return (
          rect && (
            <div
              key={`mark ${other.clientId}`}
              className="k-mark"
              data-editing={editing !== undefined}
              style={{ left: rect.x - 5, top: rect.y - 5, width: rect.width + 10, height: rect.height + 10 }}
            >
              <span>{other.name}</span>
            </div>
          )
        )
      })}
      {others.length <= mostCursors &&
        others.map(
          (other) =>
            other.cursor && (
              <div
                key={`cursor ${other.clientId}`}
                className="k-cursor"
                data-testid="cursor"
                style={{ transform: `translate(${other.cursor.x}px, ${other.cursor.y}px)` }}
              >
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
                  <span>{other.name}</span>
                </div>
              </div>
            ),
        )}
    </>
  )
}
