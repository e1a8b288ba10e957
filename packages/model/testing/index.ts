export { countedKpt, idOf } from './countedKpt.ts'
export { cpuTime } from './cpuTime.ts'
