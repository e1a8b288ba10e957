import { type BoardSnapshot, boardSnapshotSchema, type Department, departmentSchema } from '@kintsugi/model'
import {
  type BoardCard,
  boardCardSchema,
  type CreateBoard,
  type DepartmentChange,
  type Guest,
  type ImportPreview,
  type ImportRequest,
  type ImportResult,
  importPreviewSchema,
  importResultSchema,
  type Meeting,
  type MeetingChange,
  meetingSchema,
  problemBodySchema,
  type RevisionCard,
  revisionCardSchema,
  ticketSchema,
  verificationSchema,
} from '@kintsugi/protocol'
import { base64url } from '../app/base64url.ts'
import { ProblemError, problemOf } from './problemError.ts'

/** What a zod schema is to this file. */
interface Shape<T> {
  parse(value: unknown): T
}

export interface Postmortem {
  readonly latest: RevisionCard
  readonly revisions: readonly RevisionCard[]
}
export interface Verification {
  readonly valid: boolean
  readonly storedHash: string
  readonly computedHash: string
}

/** The REST routes, typed. Every failure is a ProblemError: the server's own problem, or one of `live.problem`. */
export interface Api {
  /** `language`: of a built-in template. */
  createBoard(guest: Guest, board: CreateBoard, language?: string): Promise<BoardCard>
  listBoards(): Promise<BoardCard[]>
  readBoard(boardId: string): Promise<BoardSnapshot>
  takeTicket(boardId: string, guest: Guest, clientId: number): Promise<string>
  previewImport(boardId: string, guest: Guest, request: ImportRequest): Promise<ImportPreview>
  importText(boardId: string, guest: Guest, request: ImportRequest): Promise<ImportResult>
  removeImport(boardId: string, guest: Guest, batch: string): Promise<void>
  finalize(boardId: string, guest: Guest): Promise<RevisionCard>
  reopen(boardId: string, guest: Guest): Promise<void>
  listPostmortems(): Promise<RevisionCard[]>
  readPostmortem(boardId: string): Promise<Postmortem>
  verifyRevision(boardId: string, number: number): Promise<Verification>
  changeMeeting(boardId: string, guest: Guest, change: MeetingChange): Promise<Meeting>
  listDepartments(): Promise<Department[]>
  addDepartment(guest: Guest, name: string): Promise<Department>
  changeDepartment(guest: Guest, id: string, change: DepartmentChange): Promise<Department>
}

/** `origin` is empty in the browser (same origin) and the server's address elsewhere. */
export function createApi(origin = ''): Api {
  const get = <T>(path: string, shape: Shape<T>) => call(origin, { path }, shape)
  const write = <T>(method: string, path: string, guest: Guest, body: unknown, shape: Shape<T>) =>
    call(origin, { method, path, guest, body }, shape)
  return {
    createBoard: (guest, board, language) =>
      write('POST', `/api/boards${language ? `?lang=${language}` : ''}`, guest, board, boardCardSchema),
    listBoards: () => get('/api/boards', boardCardSchema.array()),
    readBoard: (boardId) => get(`/api/boards/${boardId}`, boardSnapshotSchema),
    async takeTicket(boardId, guest, clientId) {
      const request = { method: 'POST', path: `/api/boards/${boardId}/tickets`, body: { guest, clientId } }
      return (await call(origin, request, ticketSchema)).ticket
    },
    previewImport: (boardId, guest, request) =>
      write('POST', `/api/boards/${boardId}/import/preview`, guest, request, importPreviewSchema),
    importText: (boardId, guest, request) =>
      write('POST', `/api/boards/${boardId}/import`, guest, request, importResultSchema),
    removeImport: (boardId, guest, batch) =>
      write('DELETE', `/api/boards/${boardId}/imports/${batch}`, guest, undefined, nothing),
    finalize: (boardId, guest) =>
      write('POST', `/api/boards/${boardId}/finalize`, guest, undefined, revisionCardSchema),
    reopen: (boardId, guest) => write('POST', `/api/boards/${boardId}/reopen`, guest, undefined, nothing),
    listPostmortems: () => get('/api/postmortems', revisionCardSchema.array()),
    readPostmortem: (boardId) => get(`/api/postmortems/${boardId}`, postmortemShape),
    verifyRevision: (boardId, number) =>
      get(`/api/postmortems/${boardId}/revisions/${number}/verify`, verificationSchema),
    changeMeeting: (boardId, guest, change) =>
      write('PUT', `/api/boards/${boardId}/meeting`, guest, change, meetingSchema),
    listDepartments: () => get('/api/departments', departmentSchema.array()),
    addDepartment: (guest, name) => write('POST', '/api/departments', guest, { name }, departmentSchema),
    changeDepartment: (guest, id, change) =>
      write('PUT', `/api/departments/${id}`, guest, change, departmentSchema),
  }
}

export const api = createApi()

const nothing: Shape<void> = { parse: () => undefined }
const postmortemShape: Shape<Postmortem> = {
  parse(value) {
    const { latest, revisions } = Object(value)
    return {
      latest: revisionCardSchema.parse(latest),
      revisions: revisionCardSchema.array().parse(revisions),
    }
  },
}

interface Call {
  readonly method?: string
  readonly path: string
  readonly guest?: Guest
  readonly body?: unknown
}

/** One request to the server; a slice with routes of its own builds on it. */
export async function call<T>(
  origin: string,
  { method = 'GET', path, guest, body }: Call,
  shape: Shape<T>,
): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (guest) headers['x-kintsugi-guest'] = base64url(new TextEncoder().encode(JSON.stringify(guest)))
  if (body !== undefined) headers['content-type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(origin + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch (cause) {
    throw new ProblemError(problemOf('serverUnreachable'), null, { cause })
  }
  if (!response.ok) throw new ProblemError(await problemIn(response), response.status)
  try {
    return shape.parse(response.status === 204 ? undefined : await response.json())
  } catch (cause) {
    throw new ProblemError(problemOf('answerUnreadable', { status: response.status }), response.status, {
      cause,
    })
  }
}

async function problemIn(response: Response) {
  const body = problemBodySchema.safeParse(await response.json().catch(() => null))
  if (body.success) return body.data.problem
  // A proxy's answer, not ours.
  return problemOf('answerUnreadable', { status: response.status })
}
