import { limits } from '@kintsugi/model'
import { expect, it } from 'vitest'
import { takeBrought } from './given.ts'

it('[WB21] holds a text or a file, and says of what it does not take why', async () => {
  const text = await takeBrought({ text: 'a\nあ' })
  expect(text).toMatchObject({ trouble: null, held: { size: 5, lines: 2 } })
  // However long: whole characters, in their order.
  const much = `${'a'.repeat(199_999)}${'😀\n'.repeat(150_000)}`
  const { held } = await takeBrought({ text: much })
  expect(held).toMatchObject({ size: 199_999 + 5 * 150_000, lines: 150_001 })
  expect(held && 'words' in held.source && (await held.source.words.text()) === much).toBe(true)
  const file = await takeBrought({ file: new File(['a'], 'notes.md') })
  expect(file).toMatchObject({ trouble: null, held: { source: { fileName: 'notes.md' }, lines: null } })
  // What a browser gives for a folder: a file until it is read.
  const folder = new File([], 'folder')
  folder.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'))
  expect(await takeBrought({ file: folder })).toEqual({ trouble: { code: 'fileUnreadable' }, held: null })
  const huge = new File([], 'huge.md')
  Object.defineProperty(huge, 'size', { value: limits.importBytes + 1 })
  expect(await takeBrought({ file: huge })).toMatchObject({ trouble: { code: 'tooBig' }, held: null })
  const long = await takeBrought({ text: 'あ'.repeat(limits.importBytes / 3 + 1) })
  expect(long).toMatchObject({ trouble: { code: 'textTooBig' }, held: null })
})
