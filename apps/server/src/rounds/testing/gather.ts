import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openStorage } from '../../storage/openStorage.ts'
import type { Storage } from '../../storage/storage.ts'
import { Gathering } from './gathering.ts'

/** For one test: people round a board of their own. `wrap` puts something of the test's between them and the storage. */
export async function gather(
  names: readonly string[],
  wrap = (storage: Storage): Storage => storage,
): Promise<Gathering> {
  const folder = mkdtempSync(join(tmpdir(), 'kintsugi-rounds-'))
  const table = new Gathering(folder, wrap(await openStorage(folder)), names)
  await table.collab.create(table.boardId, { title: 'A board' })
  onTestFinished(async () => {
    await table.close()
    rmSync(folder, { recursive: true })
  })
  return table
}
