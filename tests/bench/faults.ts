import { parseArgs } from 'node:util'
import * as B from '@kintsugi/board'
import { richTextOf } from '@kintsugi/model'
import * as Y from 'yjs'
import { makeBoard, newDeviceKey, Player, until } from './player.ts'
import { ServerProcess } from './serverProcess.ts'

/**
 * kill -9 while people write. Clients write about `editsPerSecond` in all to a few boards; the server is killed at a
 * random moment; it is started again, and before any client may come back, a newcomer reads each board from it. An
 * edit that had been acknowledged and that the newcomer does not see is lost.
 */
export type FaultsOptions = {
  runs: number
  port: number
  clients?: number
  boards?: number
  editsPerSecond?: number
  /** Milliseconds of writing before the kill: between these. */
  between?: readonly [number, number]
  say?: (line: string) => void
}
export type FaultsReport = {
  runs: number
  acked: number
  lost: string[]
  p50: number
  p95: number
  unequal: number
}

type Writer = {
  player: Player
  boardId: string
  /** What each edit has left on the board, by its number. */
  marks: Map<number, Mark>
  notes: string[]
  text: Y.XmlText | undefined
}
type Mark = { kind: 'note' | 'gone'; id: string } | { kind: 'word'; word: string }

export async function runFaults(options: FaultsOptions): Promise<FaultsReport> {
  const { runs, port, clients = 8, boards = 3, editsPerSecond = 200, between = [600, 2000], say } = options
  const report: FaultsReport = { runs: 0, acked: 0, lost: [], p50: 0, p95: 0, unequal: 0 }
  const latencies: number[] = []
  const server = new ServerProcess(port, { env: { KINTSUGI_LOG: 'warn' } })
  await server.start()
  try {
    for (let run = 1; run <= runs; run++) {
      const boardIds = await Promise.all(Array.from({ length: boards }, () => makeBoard(server.url)))
      const writers = Array.from({ length: clients }, (_, n) =>
        seat(server.url, boardIds[n % boards] ?? '', n),
      )
      await Promise.all(writers.map(({ player }) => player.untilSynced()))

      const span = between[0] + Math.random() * (between[1] - between[0])
      await writeFor(span, writers, editsPerSecond)
      await server.stop('SIGKILL')
      const dead = writers.map(({ player }) => ({ acked: new Set(player.socket.acked) }))
      for (const { player } of writers) player.disconnect()
      await server.start()

      const seen = await readAll(server.url, boardIds)
      writers.forEach((writer, n) => {
        const { acked } = dead[n] ?? { acked: new Set<number>() }
        report.acked += acked.size
        const doc = seen.get(writer.boardId)
        for (const edit of acked) {
          if (doc === undefined || !doc.has(writer.marks.get(edit)))
            report.lost.push(`run ${run}: client ${n}, edit ${edit}`)
        }
        latencies.push(...writer.player.socket.latencies)
      })
      report.unequal += await reunite(writers)
      for (const { player } of writers) player.leave()
      report.runs = run
      if (run % 10 === 0 || run === runs)
        say?.(`${run} kills: ${report.acked} acknowledged, ${report.lost.length} lost`)
    }
  } finally {
    await server.close()
  }
  latencies.sort((a, b) => a - b)
  const at = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? Number.NaN
  return { ...report, p50: at(0.5), p95: at(0.95) }
}

function seat(url: string, boardId: string, n: number): Writer {
  const player = new Player({ url, boardId, name: `Writer ${n}`, deviceKey: newDeviceKey() })
  player.connect()
  return { player, boardId, marks: new Map(), notes: [], text: undefined }
}

async function writeFor(span: number, writers: readonly Writer[], perSecond: number): Promise<void> {
  const start = performance.now()
  let made = 0
  for (let now = start; now < start + span; now = performance.now()) {
    for (const due = ((now - start) / 1000) * perSecond; made < due; made++) {
      const writer = writers[Math.floor(Math.random() * writers.length)]
      if (writer !== undefined) edit(writer)
    }
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
}

/** Mostly typing, some new notes, some removals: like people. */
function edit(writer: Writer): void {
  const { player, marks, notes } = writer
  const dice = Math.random()
  const word = `w${player.doc.clientID}-${player.socket.written + 1} `
  const old = notes.shift()
  if (dice < 0.1 && old !== undefined) {
    const id = old
    marks.set(
      player.write((board) => B.removeItems(board, [id])),
      { kind: 'gone', id },
    )
    // A note that is removed again no longer shows that it was written.
    for (const [number, mark] of marks) if (mark.kind === 'note' && mark.id === id) marks.delete(number)
    return
  }
  if (old !== undefined) notes.unshift(old)
  const { text } = writer
  if (dice < 0.3 || text === undefined) {
    let id = ''
    const number = player.write((board) => {
      id = B.addKptNote(board, { column: 'keep', text: richTextOf(word) })
    })
    marks.set(number, { kind: 'note', id })
    const fragment = B.fragmentOf(player.board, { part: 'kptNotes', id, field: 'text' })
    const paragraph = fragment?.get(0)
    const first = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
    if (text === undefined && first instanceof Y.XmlText) writer.text = first
    else notes.push(id)
    return
  }
  // Past the limit of one text we go on in a new one.
  if (text.length > 8000) writer.text = undefined
  marks.set(
    player.write(() => text.insert(text.length, word)),
    { kind: 'word', word },
  )
}

type Seen = { has(mark: Mark | undefined): boolean }

async function readAll(url: string, boardIds: readonly string[]): Promise<Map<string, Seen>> {
  const seen = new Map<string, Seen>()
  for (const boardId of boardIds) {
    const newcomer = new Player({ url, boardId, name: 'Newcomer', deviceKey: newDeviceKey() })
    newcomer.connect()
    await newcomer.untilSynced()
    const snapshot = B.readSnapshot(newcomer.board)
    newcomer.leave()
    const notes = new Set(snapshot.kptNotes.map((note) => note.id))
    const words = JSON.stringify(snapshot)
    seen.set(boardId, {
      has(mark) {
        if (mark === undefined) return true
        if (mark.kind === 'word') return words.includes(mark.word)
        return notes.has(mark.id) === (mark.kind === 'note')
      },
    })
  }
  return seen
}

/** Everybody comes back, saves the rest, and reads the same. Returns how many do not. */
async function reunite(writers: readonly Writer[]): Promise<number> {
  for (const { player } of writers) player.connect()
  await Promise.all(writers.map(({ player }) => player.untilSynced()))
  await Promise.all(writers.map(({ player }) => player.untilSaved()))
  const readings = new Map<string, Player[]>()
  for (const { boardId, player } of writers) readings.set(boardId, [...(readings.get(boardId) ?? []), player])
  let unequal = 0
  for (const [first, ...others] of readings.values()) {
    if (first === undefined) continue
    for (const other of others) {
      const same = (): boolean =>
        Buffer.compare(Y.encodeStateVector(first.doc), Y.encodeStateVector(other.doc)) === 0
      await until(same, 20_000, 'equal documents').catch(() => undefined)
      const [a, b] = [first, other].map(({ board }) => JSON.stringify(B.readSnapshot(board)))
      if (a !== b) unequal += 1
    }
  }
  return unequal
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: process.env.RUNS ?? '1000' },
      port: { type: 'string', default: '4819' },
    },
  })
  // A thousand of these acknowledge more than half a million edits.
  const report = await runFaults({
    runs: Number(values.runs),
    port: Number(values.port),
    between: [1500, 4500],
    say: console.log,
  })
  const { runs, acked, lost, p50, p95, unequal } = report
  console.log(
    `kill -9: ${runs} kills, ${acked} edits acknowledged, ${lost.length} lost, ${unequal} clients unequal at the end`,
  )
  console.log(`acknowledged after p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`)
  for (const line of lost.slice(0, 20)) console.log(`lost: ${line}`)
  process.exitCode = lost.length === 0 && unequal === 0 ? 0 : 1
}
