import { randomBytes } from 'node:crypto'
import { idFromBytes } from '@kintsugi/model'

/** Never begins with a dash: on a command line that would be an option. */
export function newId(): string {
  const id = idFromBytes(randomBytes(16))
  return id.startsWith('-') ? newId() : id
}
