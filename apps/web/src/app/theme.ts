import { createCell } from '../live/readable.ts'
import { keptOnDevice } from './kept.ts'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'kintsugi.theme'
const kept = themes.find((theme) => theme === keptOnDevice.get(key))
export const theme = createCell<Theme>(kept ?? 'auto')

export function chooseTheme(next: Theme): void {
  keptOnDevice.set(key, next)
  theme.set(next)
}

/** `auto` is no attribute at all: the operating system decides. */
export function applyTheme(): void {
  const apply = (): void => {
    if (theme.get() === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme.get()
  }
  apply()
  theme.subscribe(apply)
}
