import { invariant } from '@kintsugi/model'
import type * as Y from 'yjs'
import { rootMap } from '../shape.ts'
import { version001 } from './001-version.ts'
import type { Migration } from './migration.ts'
import { currentVersion, versionIn } from './version.ts'

const migrations: readonly Migration[] = [version001]

/** Brings a document up to `currentVersion`, each step one transaction. Server only. Returns the steps taken. */
export function migrateBoard(doc: Y.Doc): number {
  const version = versionIn(rootMap(doc, 'meta'))
  const due = migrations.filter((migration) => migration.version > version)
  for (const migration of due) doc.transact(() => migration.migrate(doc), 'migration')
  invariant(versionIn(rootMap(doc, 'meta')) >= currentVersion, 'migrations end at the current version')
  return due.length
}
