import { useLayoutEffect, useRef } from 'react'
import { useDesk, useReadable } from '../../board/boardContext.tsx'
import type { SpatialIndex } from '../../canvas/spatialIndex.ts'
import type { Camera } from '../../canvas/useCamera.ts'

/** What was just made comes into sight; the layout effect moves the camera before the editor has its caret. */
export function useFresh(index: SpatialIndex, camera: Camera): void {
  const fresh = useReadable(useDesk().fresh)
  const shown = useRef<string | null>(null)
  useLayoutEffect(() => {
    // A new thing gets its place with the next snapshot; from then on the camera is the person's again.
    const rect = fresh === null || fresh === shown.current ? undefined : index.byId(fresh)?.rect
    if (!rect) return
    shown.current = fresh
    camera.reveal(rect, { small: true })
  }, [fresh, index, camera])
}
