import { join } from 'node:path'
import Database from 'better-sqlite3'

/**
 * Two servers on one database would each know only their own half of what is being written. SQLite's own lock on a
 * file beside it is let go by the system when the process dies, however it dies.
 */
export function holdFolder(folder: string): () => void {
  const lock = new Database(join(folder, 'lock.sqlite'))
  lock.pragma('busy_timeout = 0')
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    throw new Error(`${folder} is in use by another Kintsugi server`, { cause: error })
  }
  return () => lock.close()
}
