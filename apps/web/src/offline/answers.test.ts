import { expect, test } from 'vitest'
import { answerTo, outdated } from './answers.ts'

const origin = 'http://localhost:4747'
const board = `/b/${'a'.repeat(22)}`
const answer = (path: string, mode = 'navigate', method = 'GET', from = origin) =>
  answerTo({ method, mode, url: from + path }, origin, new Set(['/bowl.svg']))

test('[OF8] only the page and the files of a build are answered from the device', () => {
  expect(['/', '/?lang=ja', board, `${board}?begin=import`, `${board}/`].map((path) => answer(path))).toEqual(
    Array(5).fill('page'),
  )
  expect(['/assets/x.js', '/bowl.svg'].map((path) => answer(path, 'cors'))).toEqual(['part', 'part'])
  for (const path of [
    '/api/boards',
    '/p/x',
    '/p/x/1',
    '/r/secret',
    '/collab',
    `/yjs/${board}`,
    '/healthz',
    '/sw.js',
    '/api/docs',
  ])
    expect([path, answer(path), answer(path, 'cors')]).toEqual([path, null, null])
  // The question whether there is a newer page goes to the server.
  expect(answer('/', 'cors')).toBeNull()
  expect(answer('/', 'navigate', 'POST')).toBeNull()
  expect(answer('/assets/x.js', 'cors', 'GET', 'https://elsewhere.example')).toBeNull()
})

test('[OF3] of the builds before, the last one stays for pages that are still open', () => {
  const stores = ['kintsugi-app/1', 'other', 'kintsugi-app/2', 'kintsugi-app/3']
  expect(outdated(stores, 'kintsugi-app/3')).toEqual(['kintsugi-app/1'])
  expect(outdated(['kintsugi-app/3'], 'kintsugi-app/3')).toEqual([])
})
