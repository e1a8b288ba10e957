import { createRoute, z } from '@hono/zod-openapi'
import { guestOf, guestRequired } from './guest.ts'
import type { HttpParts } from './parts.ts'
import { refusal, refuse } from './refuse.ts'
import { boardParams, json, jsonBody, refused, schemas } from './schemas.ts'
import { openRoutes, type Routes } from './routes.ts'

const create = createRoute({
  method: 'post',
  path: '/boards',
  summary: 'Create a board',
  middleware: [guestRequired],
  request: { body: jsonBody(schemas.createBoard) },
  responses: { 201: json(schemas.boardCard, 'The new board.'), ...refused },
})
const list = createRoute({
  method: 'get',
  path: '/boards',
  summary: 'List the boards, last changed first',
  responses: { 200: json(z.array(schemas.boardCard), 'All boards.'), ...refused },
})
const read = createRoute({
  method: 'get',
  path: '/boards/{id}',
  summary: 'The board as it is now',
  request: { params: boardParams },
  responses: { 200: json(schemas.boardSnapshot, 'The saved state, in plain JSON.'), ...refused },
})
