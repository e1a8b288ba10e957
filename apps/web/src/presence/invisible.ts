import { windowSwitch } from '../app/windowSwitch.ts'

/** Whether the person in this window would rather not be seen: neither name nor cursor reach anybody. */
export const invisible = windowSwitch('kintsugi.invisible')
