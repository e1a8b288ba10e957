import { z } from '@hono/zod-openapi'
import {
  actionSchema,
  boardIdSchema,
  boardSnapshotSchema,
  causeSchema,
  departmentSchema,
  incidentSchema,
  itemIdSchema,
  kptGroupSchema,
  kptNoteSchema,
  linkSchema,
  participantSchema,
  problemSchema,
  richTextNodeSchema,
  richTextSchema,
  timelineEntrySchema,
} from '@kintsugi/model'
import { templateContentSchema, templateSchema, templatesFileSchema } from '@kintsugi/model/templates'
import {
  anonymousAnswerSchema,
  anonymousChangeSchema,
  anonymousNoteSchema,
  ballotSchema,
  boardCardSchema,
  changeShareLinkSchema,
  createBoardSchema,
  createShareLinkSchema,
  dealtTokensSchema,
  departmentChangeSchema,
  importPreviewSchema,
  importRequestSchema,
  importResultSchema,
  liveRoundSchema,
  meetingChangeSchema,
  meetingSchema,
  newDepartmentSchema,
  newShareLinkSchema,
  openRoundSchema,
  postmortemSchema,
  problemBodySchema,
  revisionCardSchema,
  revisionDocumentSchema,
  shareLinkSchema,
  signedNoteSchema,
  ticketRequestSchema,
  ticketSchema,
  tokenRequestSchema,
  verificationSchema,
} from '@kintsugi/protocol'
import {
  templateChangeSchema,
  templatesImportedSchema,
  templatesImportSchema,
} from '@kintsugi/protocol/templates'
import type { ZodObject, ZodRawShape, ZodType } from 'zod'

/** Schemas that the OpenAPI document names. zod itself writes them, since rich text is recursive. */
const components = new Map<string, { schema: ZodType; io: 'input' | 'output' }>()

function named<S extends ZodRawShape>(
  name: string,
  schema: ZodObject<S>,
  io: 'input' | 'output' = 'output',
): ZodObject<S> {
  components.set(name, { schema, io })
  // A clone, because the model's own objects were made before `.openapi` existed; the shape is filled in at the end.
  return schema.clone().openapi(name, { type: 'object' })
}

for (const [name, schema] of Object.entries({
  RichTextNode: richTextNodeSchema,
  RichText: richTextSchema,
  Incident: incidentSchema,
  Participant: participantSchema,
  TimelineEntry: timelineEntrySchema,
  Cause: causeSchema,
  KptNote: kptNoteSchema,
  KptGroup: kptGroupSchema,
  Action: actionSchema,
  Link: linkSchema,
  Problem: problemSchema,
}))
  components.set(name, { schema, io: 'output' })

export const schemas = {
  boardSnapshot: named('BoardSnapshot', boardSnapshotSchema),
  boardCard: named('BoardCard', boardCardSchema),
  createBoard: named('CreateBoard', createBoardSchema, 'input'),
  ticketRequest: named('TicketRequest', ticketRequestSchema, 'input'),
  ticket: named('Ticket', ticketSchema),
  importRequest: named('ImportRequest', importRequestSchema, 'input'),
  importPreview: named('ImportPreview', importPreviewSchema),
  importResult: named('ImportResult', importResultSchema),
  revisionCard: named('RevisionCard', revisionCardSchema),
  postmortem: named('Postmortem', postmortemSchema),
  revision: named('Revision', revisionDocumentSchema),
  verification: named('Verification', verificationSchema),
  shareLink: named('ShareLink', shareLinkSchema),
  createShareLink: named('CreateShareLink', createShareLinkSchema, 'input'),
  changeShareLink: named('ChangeShareLink', changeShareLinkSchema, 'input'),
  newShareLink: named('NewShareLink', newShareLinkSchema),
  meeting: named('Meeting', meetingSchema),
  meetingChange: named('MeetingChange', meetingChangeSchema, 'input'),
  liveRound: named('LiveRound', liveRoundSchema),
  openRound: named('OpenRound', openRoundSchema, 'input'),
  tokenRequest: named('TokenRequest', tokenRequestSchema, 'input'),
  dealtTokens: named('DealtTokens', dealtTokensSchema),
  signedNote: named('SignedNote', signedNoteSchema, 'input'),
  department: named('Department', departmentSchema),
  newDepartment: named('NewDepartment', newDepartmentSchema, 'input'),
  departmentChange: named('DepartmentChange', departmentChangeSchema, 'input'),
  template: named('Template', templateSchema),
  templateContent: named('TemplateContent', templateContentSchema, 'input'),
  templateChange: named('TemplateChange', templateChangeSchema, 'input'),
  templatesFile: named('TemplatesFile', templatesFileSchema),
  templatesImport: named('TemplatesImport', templatesImportSchema, 'input'),
  templatesImported: named('TemplatesImported', templatesImportedSchema),
  anonymousNote: named('AnonymousNote', anonymousNoteSchema, 'input'),
  ballot: named('Ballot', ballotSchema, 'input'),
  anonymousChange: named('AnonymousChange', anonymousChangeSchema, 'input'),
  anonymousAnswer: named('AnonymousAnswer', anonymousAnswerSchema),
  problemBody: named('ProblemBody', problemBodySchema),
}

export const boardParams = z.object({
  id: boardIdSchema.clone().openapi({ example: 'x8Qm2vT0cN5rLw7Zk1YbHg' }),
})
export const roundParams = z.object({ board: boardIdSchema.clone(), round: itemIdSchema.clone() })
export const departmentParams = z.object({ department: itemIdSchema.clone() })
export const templateParams = z.object({ template: itemIdSchema.clone() })
export const batchParams = boardParams.extend({ batch: itemIdSchema.clone() })
export const linkParams = boardParams.extend({ link: itemIdSchema.clone() })
export const boardRoundParams = boardParams.extend({ round: itemIdSchema.clone() })
export const roundNoteParams = boardRoundParams.extend({ note: itemIdSchema.clone() })
export const revisionParams = boardParams.extend({ n: z.coerce.number().int().positive().max(1_000_000) })

export function json<S extends ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } }
}
export function jsonBody<S extends ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } }
}
/** Every route may refuse; which statuses there are stands in `refuse.ts`. */
export const refused = { default: json(schemas.problemBody, 'Refused: the problem says why.') }

/** JSON Schemas (2020-12, which OpenAPI 3.1 speaks) of all that is named, referring to each other. */
export function componentSchemas(): Record<string, unknown> {
  const written = (io: 'input' | 'output'): Record<string, Record<string, unknown>> => {
    const registry = z.registry<{ id: string }>()
    for (const [id, { schema }] of components) registry.add(schema, { id })
    const uri = (id: string): string => `#/components/schemas/${id}`
    return z.toJSONSchema(registry, { uri, io, unrepresentable: 'any' }).schemas
  }
  const both = { input: written('input'), output: written('output') }
  return Object.fromEntries(
    [...components].map(([name, { io }]) => {
      const { $schema: _dialect, $id: _uri, ...schema } = both[io][name] ?? {}
      return [name, schema]
    }),
  )
}
