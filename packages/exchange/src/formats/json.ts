import type { Format } from './format.ts'

/**
 * The snapshot as it is, indented for people and version control. Its schema is `boardJsonSchema()`; the source `json`
 * reads it back.
 */
export const json = {
  name: 'json',
  mediaType: 'application/json',
  extension: 'json',
  write: (snapshot) => `${JSON.stringify(snapshot, null, 2)}\n`,
} satisfies Format
