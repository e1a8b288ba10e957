import { basename } from 'node:path'
import { boardIdSchema, isDay } from '@kintsugi/model'
import { boardCardSchema, importResultSchema } from '@kintsugi/protocol'
import type { Words } from '@kintsugi/words'
import { newId } from '../collab/newId.ts'
import { type Draft, draftOf } from '../imports/draft.ts'
import { type Failure, failed, failure } from './failure.ts'
import type { Server } from './server.ts'
import { readTextFile } from './textFile.ts'

export interface ImportAsked {
  board?: string
  new?: true
  zone?: string
  date?: string
}
export interface Imported {
  boardId: string
  url: string
  format: string
  batch: string
  added: number
  duplicates: number
  problems: { code: string; line: number | null; args: Record<string, string | number> }[]
}

/** A file into a board of the server. A new board is made only for a text that the server could read. */
export async function importFile(
  file: string,
  asked: ImportAsked,
  server: Server,
): Promise<Imported | Failure> {
  const { board, date } = asked
  if (board === undefined && !asked.new) return failure('targetMissing')
  if (board !== undefined && asked.new) return failure('targetTwice')
  if (board !== undefined && !boardIdSchema.safeParse(board).success) return failure('boardUnknown')
  if (date !== undefined && !isDay(date)) return failure('dateUnknown', { date })
  const decoded = await readTextFile(file)
  if (failed(decoded)) return decoded
  const { text } = decoded
  const request = {
    text,
    fileName: basename(file),
    zone: asked.zone ?? null,
    date: date ?? null,
  }
  // Read here first: for a text that nobody can read no board is made.
  const draft = draftOf(board ?? newId(), request, newId)
  if ('problem' in draft) return { failure: draft.problem }
  const boardId = board ?? (await newBoard(draft, server))
  if (failed(boardId)) return boardId
  const answer = await server.post(`/api/boards/${boardId}/import`, request)
  if (failed(answer)) return answer
  const result = importResultSchema.parse(await answer.json())
  return {
    boardId,
    url: `${server.url}/b/${boardId}`,
    format: draft.format,
    ...result,
    problems: [...decoded.problems, ...result.problems],
  }
}

/** Whoever makes a board owns it, unless the file says who does; a board's own JSON says it also by saying nobody. */
async function newBoard(
  { format, snapshot: { incident } }: Pick<Draft, 'format' | 'snapshot'>,
  server: Server,
): Promise<string | Failure> {
  const { timeZone, owner } = incident
  const named = owner !== '' || format === 'json' ? { owner } : {}
  const made = await server.post('/api/boards', { timeZone, ...named })
  return failed(made) ? made : boardCardSchema.parse(await made.json()).id
}

export function reportImport(imported: Imported, t: Words): string {
  const { format: name, ...result } = imported
  const format = t(`importing.formats.${name}` as 'importing.formats.csv', { defaultValue: name })
  return `${t('exchangeCommands.imported', { ...result, format })}\n${t('exchangeCommands.boardAt', { url: imported.url })}`
}
