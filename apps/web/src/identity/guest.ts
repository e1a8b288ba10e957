import type { Guest } from '@kintsugi/protocol'

export type { Guest }
