import type { OpenAPIHono } from '@hono/zod-openapi'
import { guestSecurity } from './guest.ts'
import { componentSchemas } from './schemas.ts'

/** The whole API as OpenAPI 3.1. Built once: routes do not change while the process lives. */
export function openApiDocument(api: OpenAPIHono): Record<string, unknown> {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Kintsugi',
      version: '1',
      description:
        'Blameless incident postmortems. Every refusal is {problem: {code, args, line}, message}; ' +
        'Accept-Language or ?lang= (ja, en) chooses the language of the message.',
    },
    servers: [{ url: '/api' }],
  })
  return { ...document, components: { schemas: componentSchemas(), securitySchemes: guestSecurity } }
}
