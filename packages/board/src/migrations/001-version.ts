import { rootMap } from '../shape.ts'
import type { Migration } from './migration.ts'

/** A document that does not say its version is the first one; from here on each says it. */
export const version001 = {
  version: 1,
  migrate: (doc) => rootMap(doc, 'meta').set('version', 1),
} satisfies Migration
