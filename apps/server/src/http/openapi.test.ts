import { expect, it } from 'vitest'
import { openHouse } from './testing/house.ts'

/** Everything the brief of the API promises. */
const promised = [
  'post /api/boards',
  'get /api/boards',
  'get /api/boards/{id}',
  'post /api/boards/{id}/tickets',
  'post /api/boards/{id}/import/preview',
  'post /api/boards/{id}/import',
  'delete /api/boards/{id}/imports/{batch}',
  'post /api/boards/{id}/finalize',
  'post /api/boards/{id}/reopen',
  'get /api/boards/{id}/links',
  'post /api/boards/{id}/links',
  'patch /api/boards/{id}/links/{link}',
  'delete /api/boards/{id}/links/{link}',
  'get /api/boards/{id}/meeting',
  'put /api/boards/{id}/meeting',
  'get /api/boards/{id}/invitation.ics',
  'post /api/boards/{id}/rounds',
  'post /api/boards/{id}/rounds/{round}/acts',
  'post /api/boards/{id}/rounds/{round}/tokens',
  'get /api/boards/{id}/rounds/{round}/notes',
  'post /api/boards/{id}/rounds/{round}/notes',
  'put /api/boards/{id}/rounds/{round}/notes/{note}',
  'get /api/departments',
  'post /api/departments',
  'put /api/departments/{department}',
  'post /api/anonymous/{board}/{round}/notes',
  'post /api/anonymous/{board}/{round}/ballots',
  'post /api/anonymous/{board}/{round}/changes',
  'get /api/postmortems',
  'get /api/postmortems/{id}',
  'get /api/postmortems/{id}/revisions/{n}',
  'get /api/postmortems/{id}/revisions/{n}/verify',
  'get /api/boards/{id}/export/{format}',
  'get /api/postmortems/{id}/revisions/{n}/export/{format}',
  'get /api/schema/board-1.json',
  'get /api/templates',
  'post /api/templates',
  'put /api/templates/{template}',
  'delete /api/templates/{template}',
  'post /api/templates/{template}/restore',
  'post /api/templates/import',
  'get /api/templates/export',
  'get /api/templates/{template}/export',
  'get /api/schema/templates-1.json',
]

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) =>
    key === '$ref' && typeof child === 'string' ? [child] : refsIn(child),
  )
}

it('[HT9] describes every route, and every schema it refers to', async () => {
  const house = await openHouse()
  const response = await house.request('/api/openapi.json')
  const document = await response.json()
  expect([response.status, document.openapi]).toEqual([200, '3.1.0'])
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method} ${document.servers[0].url}${path}`),
  )
  expect(routes.toSorted()).toEqual(promised.toSorted())
  const { schemas } = document.components
  const missing = refsIn(document).filter((ref) => !(ref.replace('#/components/schemas/', '') in schemas))
  expect(missing).toEqual([])
  // Rich text holds rich text: the one schema that refers to itself.
  expect(refsIn(schemas.RichTextNode)).toContain('#/components/schemas/RichTextNode')
  expect(Object.keys(schemas.BoardSnapshot.properties)).toContain('timeline')
  expect(schemas.BoardSnapshot.type).toBe('object')
})

it('[HT9] says which routes need a guest, and in which header', async () => {
  const house = await openHouse()
  const { paths, components } = await (await house.request('/api/openapi.json')).json()
  expect(components.securitySchemes.guest).toMatchObject({ in: 'header', name: 'X-Kintsugi-Guest' })
  for (const [path, methods] of Object.entries<Record<string, { security?: unknown }>>(paths))
    for (const [method, { security }] of Object.entries(methods)) {
      // A ticket's guest stands in its body; an anonymous post has none; what one has hidden is read by oneself alone.
      const isOwn = path.endsWith('/rounds/{round}/notes')
      const isNamed = method !== 'get' || isOwn
      const needsGuest = isNamed && !path.endsWith('/tickets') && !path.startsWith('/anonymous/')
      expect([method, path, security]).toEqual([method, path, needsGuest ? [{ guest: [] }] : undefined])
    }
})

it('[HT9] says of every route that it may refuse', async () => {
  const house = await openHouse()
  const { paths } = await (await house.request('/api/openapi.json')).json()
  for (const [path, methods] of Object.entries<Record<string, { responses: object; summary: string }>>(paths))
    for (const [method, { responses, summary }] of Object.entries(methods)) {
      expect([method, path, Object.keys(responses)]).toEqual([
        method,
        path,
        expect.arrayContaining(['default']),
      ])
      expect(summary).not.toBe('')
    }
})
