import { isComposing } from '@kintsugi/ui'
import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { say } from '../../app/toasts.tsx'
import { useWords } from '../../app/wordsContext.tsx'
import { useSession } from '../../board/boardContext.tsx'
import type { Rect } from '../../canvas/geometry.ts'
import { useCamera } from '../../canvas/useCamera.ts'
import { zoomRange } from '../../canvas/viewport.ts'
import { following, leading } from '../../presence/leading.ts'
import { glideRect } from '../../presence/smoothing.ts'

/** Tells the others what is in sight here, for as long as it is on. */
export function useLeading(isLeading: boolean): void {
  const { t } = useWords()
  const { presence } = useSession()
  const camera = useCamera()
  const store = useStoreApi()
  useEffect(() => {
    if (!isLeading) return
    const tell = (): void => presence.tell({ sight: camera.sight() })
    tell()
    const stop = store.subscribe((state, before) => {
      if (state.transform !== before.transform || state.width !== before.width) tell()
    })
    return () => {
      stop()
      presence.tell({ sight: null })
    }
  }, [isLeading, presence, camera, store])
  // Elsewhere nothing of the board is in sight.
  const telling = useRef(t)
  telling.current = t
  useEffect(
    () => () => {
      if (leading.get()) say(telling.current('conduct.follow.leadEnded'))
      leading.set(false)
    },
    [],
  )
}

const nearer = '[role=dialog],[role=menu],[role=listbox],input,textarea,select,[contenteditable=true]'

/** Moves along with somebody's view. The first own movement of the board ends it, and so does Esc. */
export function useFollowing(sight: Rect | null): void {
  const camera = useCamera()
  const store = useStoreApi()
  const aim = useRef<Rect | null>(null)
  const moving = useRef(false)
  const isFollowing = sight !== null
  aim.current = sight

  useEffect(() => {
    if (!isFollowing) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    let drawn = camera.sight()
    let last = performance.now()
    let shown: Rect | null = null
    let frame = 0
    const step = (now: number): void => {
      const { current: told } = aim
      if (told && shown !== told) {
        drawn = calm ? told : glideRect(drawn, told, now - last)
        moving.current = true
        camera.show(drawn, { whole: true, closest: zoomRange.max, calm: false })
        moving.current = false
        shown = drawn
      }
      last = now
      frame = requestAnimationFrame(step)
    }
    frame = requestAnimationFrame(step)
    const stop = store.subscribe((state, before) => {
      if (state.transform !== before.transform && !moving.current) following.set(null)
    })
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || isComposing(event)) return
      // What is open on top of the board is nearer.
      if (event.target instanceof Element && event.target.closest(nearer)) return
      // One level at a time: whatever else Esc would leave stays open.
      event.preventDefault()
      event.stopPropagation()
      following.set(null)
    }
    document.addEventListener('keydown', onKey, true)
    return () => {
      cancelAnimationFrame(frame)
      stop()
      document.removeEventListener('keydown', onKey, true)
    }
  }, [isFollowing, camera, store])
  const isThere = useRef(false)
  useEffect(() => {
    isThere.current = true
    return () => {
      isThere.current = false
      // Not for a canvas that is at once there again: whoever came to follow would not.
      queueMicrotask(() => {
        if (!isThere.current) following.set(null)
      })
    }
  }, [])
}
