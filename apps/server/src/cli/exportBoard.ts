import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { detectSource, readBoardJson, readMarkdown } from '@kintsugi/exchange'
import { formatNamed, formats } from '@kintsugi/exchange/formats'
import { type BoardSnapshot, boardIdSchema, type ReportStage, toInstant } from '@kintsugi/model'
import type { Language, Words } from '@kintsugi/words'
import { newId } from '../collab/newId.ts'
import { whyUnfit } from '../imports/draft.ts'
import { type Failure, failed, failure } from './failure.ts'
import type { Server } from './server.ts'
import { readTextFile } from './textFile.ts'

export interface ExportAsked {
  format: string
  stage: ReportStage
  out?: string
  zone?: string
  date?: string
}

const offline = (): string => formats.map(({ name }) => name).join(', ')
/** Pages the server alone renders. */
export const pages = ['html', 'reportHtml']

/** A local file as a board; nothing leaves this machine. Our own JSON is taken as it is. */
async function boardIn(file: string, { zone, date }: ExportAsked): Promise<BoardSnapshot | Failure> {
  const decoded = await readTextFile(file)
  if (failed(decoded)) return decoded
  const { text } = decoded
  const own = readBoardJson(text)
  if ('snapshot' in own) return own.snapshot
  const read = detectSource(text, basename(file))?.read ?? readMarkdown
  const reading = read(text, { zone: zone ?? null, date: date ?? null, newId, fileName: basename(file) })
  const problem = whyUnfit(reading)
  return problem ? { failure: problem } : reading.snapshot
}

async function textOf(
  source: string,
  asked: ExportAsked,
  { server, t, language }: { server: Server; t: Words; language: Language },
): Promise<string | Failure> {
  const format = formatNamed(asked.format)
  const isFile = existsSync(source)
  if (!format && (isFile || !pages.includes(asked.format)))
    return failure('formatUnknown', {
      format: asked.format,
      known: isFile ? offline() : `${offline()}, ${pages.join(', ')}`,
    })
  if (format && isFile) {
    const snapshot = await boardIn(source, asked)
    if (failed(snapshot)) return snapshot
    return format.write(snapshot, { language, words: t, now: toInstant(Date.now()), stage: asked.stage })
  }
  if (/[./\\]/.test(source)) return failure('fileMissing', { file: source })
  if (!boardIdSchema.safeParse(source).success) return failure('sourceAmbiguous', { source })
  const query = new URLSearchParams({ lang: language, stage: asked.stage })
  const answer = await server.get(`/api/boards/${source}/export/${asked.format}?${query}`)
  if (failed(answer)) return answer
  // Not `text()`: that would take the byte order mark away which spreadsheets need.
  return Buffer.from(await answer.arrayBuffer()).toString('utf8')
}

/** A board of the server, or a local file, as a document: to a file, else to be printed. */
export async function exportBoard(
  source: string,
  asked: ExportAsked,
  tools: { server: Server; t: Words; language: Language },
): Promise<{ text: string; file: string | null } | Failure> {
  const text = await textOf(source, asked, tools)
  if (failed(text)) return text
  if (asked.out === undefined) return { text, file: null }
  try {
    await writeFile(asked.out, text)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return failure('fileUnwritable', { file: asked.out, reason })
  }
  return { text, file: asked.out }
}
