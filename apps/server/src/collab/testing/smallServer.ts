import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { addKptNote } from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import { pino } from 'pino'
import { openTickets } from '../../access/openTickets.ts'
import { originsOf } from '../../access/origins.ts'
import { openStorage } from '../../storage/openStorage.ts'
import type { Storage } from '../../storage/storage.ts'
import { openCollab } from '../openCollab.ts'
import { openSockets } from '../sockets.ts'

/**
 * A process to be killed: the write path without the rest of the server, which plain Node can run from its source.
 * `node smallServer.ts FOLDER BOARD [WORD]` kills itself when rows that hold WORD are on disk and nowhere else yet.
 */
const [folder = '', boardId = '', word] = process.argv.slice(2)
const log = pino({ level: 'silent' })

function killedAfterAppend(storage: Storage): Storage {
  const { log: updates } = storage
  return {
    ...storage,
    log: {
      async append(entries) {
        const seqs = await updates.append(entries)
        const marked = entries.some(({ bytes }) => Buffer.from(bytes).includes(word ?? ''))
        if (word !== undefined && marked) process.kill(process.pid, 'SIGKILL')
        return seqs
      },
      load: (id) => updates.load(id),
      quarantine: (id, seq, reason) => updates.quarantine(id, seq, reason),
      compact: (compaction) => updates.compact(compaction),
      dropArchive: (before) => updates.dropArchive(before),
    },
  }
}

const storage = killedAfterAppend(await openStorage(folder))
const tickets = openTickets({ storage, log })
const compactor = { request: () => {}, close: async () => {} }
const collab = openCollab({ storage, tickets, compactor, log })
await collab.create(boardId, { title: 'A board' })
const sockets = openSockets({
  hocuspocus: collab.hocuspocus,
  origins: originsOf([], true),
  perAddress: 100,
  log,
})

const server = createServer(async (request, response) => {
  const body = JSON.parse((await request.toArray()).join('') || '{}')
  if (request.url?.endsWith('/tickets') === true) {
    const principal = { id: body.guest.deviceKey, name: body.guest.name }
    response.end(JSON.stringify(tickets.issue({ boardId, clientId: body.clientId, principal })))
    return
  }
  // An import, as far as the write path is concerned: several notes in several transactions, at once.
  await collab.change(boardId, { id: 'importer', name: '' }, (board) => {
    for (let n = 0; n < 20; n++) addKptNote(board, { column: 'keep', text: richTextOf(`${body.word} ${n}`) })
  })
  response.end('{}')
})
server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head))
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`)
})
