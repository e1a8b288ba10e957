import { useCallback, useSyncExternalStore } from 'react'
import { keptOnDevice } from '../app/kept.ts'
import { createCell } from '../live/readable.ts'
import { type View, viewFor } from './viewFor.ts'

/** Below this width a canvas shows too little of itself to be the first thing. */
const narrow = matchMedia('(max-width: 699px)')
const keyOf = (isNarrow: boolean): string => (isNarrow ? 'kintsugi.view.narrow' : 'kintsugi.view')

const look = (asked: string | null): View =>
  viewFor({ asked, kept: keptOnDevice.get(keyOf(narrow.matches)), narrow: narrow.matches })

const view = createCell<View>('canvas')
narrow.addEventListener('change', () => view.set(look(null)))

/** On opening a board: its address may ask for one. */
export function beginView(): void {
  view.set(look(new URLSearchParams(location.search).get('view')))
}

/** Chosen by hand: kept on this device, and the address asks for nothing any more. */
export function chooseView(next: View): void {
  keptOnDevice.set(keyOf(narrow.matches), next)
  if (new URLSearchParams(location.search).has('view'))
    history.replaceState(history.state, '', location.pathname)
  view.set(next)
}

/** For a while: what is kept stays as it was chosen. */
export const visitView = (next: View): void => view.set(next)

export const useView = (): View => useSyncExternalStore(view.subscribe, view.get)

/** Whether the window is as narrow as a phone's. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    useCallback((listener) => {
      narrow.addEventListener('change', listener)
      return () => narrow.removeEventListener('change', listener)
    }, []),
    () => narrow.matches,
  )
}
