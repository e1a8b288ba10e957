import { type Template, type TemplateContent, templateSchema } from '@kintsugi/model/templates'
import type { Guest } from '@kintsugi/protocol'
import {
  type TemplateChange,
  type TemplatesImported,
  templatesImportedSchema,
} from '@kintsugi/protocol/templates'
import type { Language } from '@kintsugi/words'
import { call } from '../live/api.ts'

const path = '/api/templates'

/** The templates of the server. Every failure is a ProblemError. */
export const templatesApi = {
  list: (language: Language): Promise<Template[]> =>
    call('', { path: `${path}?lang=${language}&deleted=true` }, templateSchema.array()),
  add: (guest: Guest, body: TemplateContent): Promise<Template> =>
    call('', { method: 'POST', path, guest, body }, templateSchema),
  change: (guest: Guest, id: string, body: TemplateChange): Promise<Template> =>
    call('', { method: 'PUT', path: `${path}/${id}`, guest, body }, templateSchema),
  remove: (guest: Guest, id: string): Promise<Template> =>
    call('', { method: 'DELETE', path: `${path}/${id}`, guest }, templateSchema),
  restore: (guest: Guest, id: string): Promise<Template> =>
    call('', { method: 'POST', path: `${path}/${id}/restore`, guest }, templateSchema),
  import: (guest: Guest, text: string): Promise<TemplatesImported> =>
    call('', { method: 'POST', path: `${path}/import`, guest, body: { text } }, templatesImportedSchema),
  /** Address of a file; without an id of all of the server's own. */
  fileOf: (language: Language, id?: string): string =>
    `${path}${id === undefined ? '' : `/${id}`}/export?lang=${language}`,
}
