import { isNewerThanUs } from '@kintsugi/board'
import type { BoardSnapshot } from '@kintsugi/model'
import { createContext, type ReactNode, useContext, useRef, useSyncExternalStore } from 'react'
import type { Readable } from '../live/readable.ts'
import type { Session } from '../live/session.ts'
import { createDesk, type Desk } from './desk.ts'

interface BoardValue {
  session: Session
  desk: Desk
}
const BoardContext = createContext<BoardValue | null>(null)

export function BoardProvider({ session, children }: { session: Session; children: ReactNode }) {
  const held = useRef<BoardValue | null>(null)
  if (held.current?.session !== session) held.current = { session, desk: createDesk() }
  return <BoardContext value={held.current}>{children}</BoardContext>
}

function useBoardValue(): BoardValue {
  const value = useContext(BoardContext)
  if (!value) throw new Error('no board around')
  return value
}
export const useSession = (): Session => useBoardValue().session
export const useDesk = (): Desk => useBoardValue().desk

export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(readable.subscribe, readable.get)
}

/** Part of the snapshot; the component draws again only when that part is another one. Items keep their identity, so select, don't copy. */
export function useBoard<T>(select: (snapshot: BoardSnapshot) => T): T {
  const { watch } = useSession()
  return useSyncExternalStore(watch.subscribe, () => select(watch.getSnapshot()))
}

/** Whether a newer version has written here: what we do not know, we do not change. */
export function useNewerThanUs(): boolean {
  const { board } = useSession()
  return useBoard(() => isNewerThanUs(board))
}

/** Whether the board can be written now. While it is locked it can: what is written waits on this device, and nobody is interrupted. */
export function useWritable(): boolean {
  const newer = useNewerThanUs()
  const state = useReadable(useSession().boardState)
  return (state === 'live' || state === 'locked') && !newer
}
