import { windowSwitch } from '../app/windowSwitch.ts'
import { useReadable } from './boardContext.tsx'

/** Per window: another window of the same person can stay the facilitator's own. */
export const presenting = windowSwitch('kintsugi.presenting')

/** Whether others look at this window: then nothing shows in it that is its owner's alone (composers, "mine" marks, private findings, drafts). */
export const usePresenting = (): boolean => useReadable(presenting)
