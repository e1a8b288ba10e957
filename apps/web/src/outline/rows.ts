import { isComposing } from '@kintsugi/ui'

/*
 * Rows are those of plain tables and lists, which a screen reader reads as it reads every page, with its own keys for
 * headings, tables and cells. (A grid would take its keys away and ask for ours.) Of each list one row is in the tab order, by
 * its handle: the button that opens its text. Arrows go from handle to handle; Tab goes on into what that row offers.
 */

/** What the keys of a handle do with its row. */
export interface RowActs {
  write(id: string): void
  /** One up or down among its like. */
  move(id: string, by: 1 | -1): void
  /** One column to the left or right. */
  shift(id: string, by: 1 | -1): void
  open(id: string, open: boolean): void
}

const quoted = (id: string): string => `[data-row="${CSS.escape(id)}"]`
export const rowOf = (id: string): HTMLElement | null => document.querySelector(quoted(id))
export const handleOf = (id: string): HTMLElement | null =>
  document.querySelector(`${quoted(id)} [data-handle]`)

/** The id of the row an element stands in. */
export function rowAround(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined
}

/** Gives a row the focus once it is drawn; `cell` names one of its fields. */
export function focusRow(id: string, cell?: string): void {
  let tries = 0
  const attempt = (): void => {
    const field =
      cell === undefined
        ? null
        : document.querySelector<HTMLElement>(
            `${quoted(id)} [data-cell="${cell}"] :is(input, select, textarea, button)`,
          )
    const target = field ?? handleOf(id)
    if (target) target.focus()
    else if (tries++ < 10) requestAnimationFrame(attempt)
  }
  requestAnimationFrame(attempt)
}

/** The row that takes the focus when this one goes: the next one, else the one before. */
export function neighbourOf(id: string): string | undefined {
  const handle = handleOf(id)
  const handles = handlesAround(handle)
  const at = handle ? handles.indexOf(handle) : -1
  return at < 0 ? undefined : rowAround(handles[at + 1] ?? handles[at - 1] ?? null)
}

function handlesAround(handle: HTMLElement | null): HTMLElement[] {
  const list = handle?.closest('[data-rows]')
  return list ? [...list.querySelectorAll<HTMLElement>('[data-handle]')] : []
}

/** Esc in a field of a row, or on one of its buttons, is back at the row; true where it was that. */
export function onRowEscape(event: React.KeyboardEvent): boolean {
  const { target, key } = event
  if (key !== 'Escape' || isComposing(event) || event.defaultPrevented) return false
  const id = rowAround(target)
  if (id === undefined || !(target instanceof HTMLElement)) return false
  if (target.matches('[data-handle]') || target.isContentEditable) return false
  handleOf(id)?.focus()
  return true
}

/** Keys of a row's handle; true where one meant something. */
export function onHandleKey(event: React.KeyboardEvent, acts: RowActs): boolean {
  const { target, key, altKey } = event
  if (isComposing(event) || event.metaKey || event.ctrlKey || !(target instanceof HTMLElement)) return false
  const id = rowAround(target)
  if (id === undefined || !target.matches('[data-handle]')) return false
  const go = (to: (handles: HTMLElement[], at: number) => number): boolean => {
    const handles = handlesAround(target)
    handles[to(handles, handles.indexOf(target))]?.focus()
    return true
  }
  switch (key) {
    case 'ArrowDown':
      if (altKey) acts.move(id, 1)
      else go((_, at) => at + 1)
      return true
    case 'ArrowUp':
      if (altKey) acts.move(id, -1)
      else go((_, at) => at - 1)
      return true
    case 'ArrowRight':
      if (altKey) acts.shift(id, 1)
      else acts.open(id, true)
      return true
    case 'ArrowLeft':
      if (altKey) acts.shift(id, -1)
      else acts.open(id, false)
      return true
    case 'Home':
      return go(() => 0)
    case 'End':
      return go((handles) => handles.length - 1)
    case 'F2':
      acts.write(id)
      return true
    default:
      return false
  }
}
