import type { Context } from 'hono'

/** Something to be kept as a file, under a name in any script. */
export function sendFile(
  c: Context,
  { name, mediaType, body }: { name: string; mediaType: string; body: string },
): Response {
  const plain = name.replace(/[^\x20-\x7e]/g, '_')
  return c.body(body, 200, {
    'Content-Type': `${mediaType}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  })
}

/** A JSON Schema, for anybody's tools: it says nothing about any board. */
export function sendSchema(c: Context, schema: string): Response {
  return c.body(schema, 200, {
    'Content-Type': 'application/schema+json; charset=utf-8',
    'Cache-Control': 'public, max-age=3600',
    'Access-Control-Allow-Origin': '*',
  })
}
