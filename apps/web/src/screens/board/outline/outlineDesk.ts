import { createContext, useContext, useRef, useSyncExternalStore } from 'react'
import { useDesk, useReadable } from '../../../board/boardContext.tsx'
import { type Cell, createCell } from '../../../live/readable.ts'
import type { OutlineActs } from './useOutlineActs.ts'

/** What is open in the outline; what is selected and written lies on the desk, for both views. */
export interface OutlineDesk {
  /** Whose details are open. */
  readonly opened: Cell<string | null>
  /** What links are being made for. */
  readonly picking: Cell<string | null>
  /** What a screen reader is told of one's own act where nothing visible says it. */
  readonly told: Cell<string>
}
export const createOutlineDesk = (): OutlineDesk => ({
  opened: createCell<string | null>(null),
  picking: createCell<string | null>(null),
  told: createCell(''),
})

export interface OutlineValue {
  outline: OutlineDesk
  acts: OutlineActs
}
export const OutlineContext = createContext<OutlineValue | null>(null)
export function useOutline(): OutlineValue {
  const value = useContext(OutlineContext)
  if (!value) throw new Error('no outline around')
  return value
}

export interface RowState {
  /** It has the person's attention: its facts are fields. */
  active: boolean
  writing: boolean
  opened: boolean
}
export function useRowState(id: string): RowState {
  const desk = useDesk()
  const { outline } = useOutline()
  const active = useSyncExternalStore(desk.selection.subscribe, () => {
    const selection = desk.selection.get()
    return selection.size === 1 && selection.has(id)
  })
  const writing = useSyncExternalStore(desk.editing.subscribe, () => desk.editing.get()?.id === id)
  const opened = useSyncExternalStore(outline.opened.subscribe, () => outline.opened.get() === id)
  return { active, writing, opened }
}

/** The one row of a list that Tab comes to: the last one somebody was at, else the first. */
export function useTabStop(items: readonly { id: string }[]): string | undefined {
  const [selected] = useReadable(useDesk().selection)
  const last = useRef<string | undefined>(undefined)
  if (selected !== undefined && items.some(({ id }) => id === selected)) last.current = selected
  return items.some(({ id }) => id === last.current) ? last.current : items[0]?.id
}
