import { expect, it } from 'vitest'
import { words } from './formats/document/nodes.ts'
import { addressesIn } from './sources/chat/permalink.ts'
import { linksIn } from './sources/table/cellLinks.ts'

it.each([
  ['https://example.com/aを参照', 'https://example.com/a'],
  ['https://status.example.com/にて告知', 'https://status.example.com/'],
  ['https://example.com/a?b=cから', 'https://example.com/a?b=c'],
  ['https://ja.wikipedia.org/wiki/引き金 の記事', 'https://ja.wikipedia.org/wiki/引き金'],
])('[EX67] in chat, tables and documents the address of %s ends where the sentence goes on', (text, url) => {
  expect(addressesIn(text)).toEqual([url])
  expect(linksIn(text).links.map((link) => link.url)).toEqual([url])
  expect(words(text)).toEqual([
    expect.objectContaining({ type: 'link', url }),
    { type: 'text', value: text.slice(url.length) },
  ])
})
