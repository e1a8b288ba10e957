import { randomBytes } from 'node:crypto'
import { idFromBytes } from '@kintsugi/model'

export const newId = (): string => idFromBytes(randomBytes(16))
