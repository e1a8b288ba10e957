import { z } from 'zod'
import { actionSchema } from './actions.ts'
import { causeSchema } from './causes.ts'
import { checklistItemSchema } from './checklist.ts'
import { guideSchema } from './guide.ts'
import { incidentSchema } from './incident.ts'
import { kptGroupSchema, kptNoteSchema } from './kpt.ts'
import { linkSchema } from './links.ts'
import { freeNoteSchema } from './notes.ts'
import { participantSchema } from './people.ts'
import { reportSchema } from './report.ts'
import { richTextNodeSchema, richTextSchema } from './richText.ts'
import { boardSnapshotSchema, unreadableSchema } from './snapshot.ts'
import { evidenceSchema, timelineEntrySchema } from './timeline.ts'

const parts = {
  RichTextNode: richTextNodeSchema,
  RichText: richTextSchema,
  Incident: incidentSchema,
  Report: reportSchema,
  Participant: participantSchema,
  TimelineEntry: timelineEntrySchema,
  Evidence: evidenceSchema,
  Cause: causeSchema,
  KptNote: kptNoteSchema,
  KptGroup: kptGroupSchema,
  Action: actionSchema,
  FreeNote: freeNoteSchema,
  ChecklistItem: checklistItemSchema,
  Guide: guideSchema,
  Link: linkSchema,
  Unreadable: unreadableSchema,
}

/**
 * JSON Schema (draft 2020-12) of `kintsugi.board/1`, as a reader takes it: what has a default may be left out. What a
 * pattern cannot say (that a zone or a day exists) it does not say.
 */
export function boardJsonSchema(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>()
  registry.add(boardSnapshotSchema, { id: 'Board' })
  for (const [id, schema] of Object.entries(parts)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/$defs/${id}`,
    io: 'input',
    target: 'draft-2020-12',
    unrepresentable: 'any',
  })
  const bare = ({ $schema: _dialect, $id: _uri, ...schema }: Record<string, unknown>) => schema
  const { Board = {}, ...others } = schemas
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Kintsugi board',
    ...bare(Board as Record<string, unknown>),
    $defs: Object.fromEntries(
      Object.entries(others).map(([id, schema]) => [id, bare(schema as Record<string, unknown>)]),
    ),
  }
}
