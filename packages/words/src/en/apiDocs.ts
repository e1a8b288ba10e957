/** The page at /api/docs. Summaries of routes and schemas are the API's own words, in English. */
export const apiDocs = {
  title: 'Kintsugi API',
  about:
    'This page is made from the server’s own OpenAPI document and matches the server that is running. Reading needs no authentication. Writing needs the header X-Kintsugi-Guest: {"name", "deviceKey"} as base64url.',
  machine: 'For machines (OpenAPI 3.1)',
  boardSchema: 'JSON Schema of a board',
  operations: 'Operations',
  schemas: 'Schemas',
  parameters: 'Parameters',
  name: 'Name',
  place: 'In',
  type: 'Type',
  required: 'Required',
  yes: 'yes',
  no: 'no',
  requestBody: 'Request body',
  responses: 'Responses',
  needsGuest: 'needs X-Kintsugi-Guest',
  places: { path: 'path', query: 'query', header: 'header', cookie: 'cookie' },
}
