import { evidenceUrlSchema } from '@kintsugi/model'
import { expect, it } from 'vitest'
import { typedUrl } from './typedUrl.ts'

it.each([
  [' example.com/x ', 'https://example.com/x'],
  ['grafana.internal:3000/d/1?from=now', 'https://grafana.internal:3000/d/1?from=now'],
  ['日本語.jp', 'https://日本語.jp'],
  ['http://example.com', 'http://example.com'],
  ['mailto:oncall@example.com', 'mailto:oncall@example.com'],
])('[WB15] evidence %s becomes %s', (typed, url) => {
  expect(typedUrl(typed)).toBe(url)
  expect(evidenceUrlSchema.safeParse(url).success).toBe(true)
})

it.each([
  'javascript:alert(1.5)',
  'ftp://example.com',
  'a sentence. Not a host',
  'localhost',
  'x@example.com',
])('[WB15] %s is refused as it was', (typed) => {
  expect(typedUrl(typed)).toBe(typed)
  expect(evidenceUrlSchema.safeParse(typedUrl(typed)).success).toBe(false)
})
