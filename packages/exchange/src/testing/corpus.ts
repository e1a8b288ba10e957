import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BoardSnapshot } from '@kintsugi/model'
import { paymentTimeout } from '@kintsugi/model/examples'
import { readMarkdown } from '../sources/markdown.ts'
import { testContext } from './context.ts'

const real = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'data', 'real')

/** Real postmortems, where they lie beside the repository, read into boards; empty elsewhere. */
export function realBoards(): { name: string; snapshot: BoardSnapshot }[] {
  if (!existsSync(real)) return []
  return readdirSync(real)
    .flatMap((folder) =>
      folder.includes('.') || folder === 'expected'
        ? []
        : readdirSync(join(real, folder)).map((file) => join(folder, file)),
    )
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const text = readFileSync(join(real, file), 'utf8')
      const { snapshot } = readMarkdown(text, testContext({ zone: 'Europe/London', fileName: file }))
      return { name: file, snapshot }
    })
}

export const exampleBoards = (['ja', 'en'] as const).map((language) => ({
  name: `paymentTimeout.${language}`,
  language,
  snapshot: paymentTimeout[language],
}))
