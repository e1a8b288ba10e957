import { openStorage } from '../../storage/openStorage.ts'
import type { Storage } from '../../storage/storage.ts'
import { Gathering } from './gathering.ts'

/**
 * A process to be killed in a round: `node killed.ts FOLDER BOARD POINT`. It opens a round of three, writes a note each,
 * and kills itself at the point: `open` round, notes `prepared`, `stored` in the board's log, or `revealed` in the vault.
 */
const [folder = '', boardId = '', point = ''] = process.argv.slice(2)
const killAt = (reached: string): void => {
  if (point === reached) process.kill(process.pid, 'SIGKILL')
}
let revealing = false

function killing(storage: Storage): Storage {
  const { vault, log } = storage
  return {
    ...storage,
    vault: {
      ...vault,
      prepare(roundId) {
        const batch = vault.prepare(roundId)
        if (revealing) killAt('prepared')
        return batch
      },
      revealed(roundId) {
        vault.revealed(roundId)
        killAt('revealed')
      },
    },
    log: {
      async append(entries) {
        const seqs = await log.append(entries)
        if (revealing) killAt('stored')
        return seqs
      },
      load: (id) => log.load(id),
      quarantine: (id, seq, reason) => log.quarantine(id, seq, reason),
      compact: (compaction) => log.compact(compaction),
      dropArchive: (before) => log.dropArchive(before),
    },
  }
}

const table = new Gathering(folder, killing(await openStorage(folder)), ['Kim', '佐藤', 'Lee'], boardId)
await table.collab.create(boardId, { title: 'A board' })
await table.written()
killAt('open')
revealing = true
await table.act('reveal')
