import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', '.turbo', '.git', 'data'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
}

export interface SourceFile {
  /** Path from the root, with slashes. */
  path: string
  text: string
  /** What the file imports, as written. */
  imports: string[]
}

const importPattern = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g

export function sourceFiles(): SourceFile[] {
  return ['packages', 'apps', 'tests']
    .flatMap((folder) => walk(join(root, folder)))
    .filter((file) => /\.(ts|tsx)$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => {
      const text = readFileSync(file, 'utf8')
      const imports = [...text.matchAll(importPattern)].map((match) => match[1] ?? '')
      return { path: relative(root, file), text, imports }
    })
}

/** Style sheets are held to the same length. */
export function styleSheets(): Pick<SourceFile, 'path' | 'text'>[] {
  return ['packages', 'apps']
    .flatMap((folder) => walk(join(root, folder)))
    .filter((file) => file.endsWith('.css'))
    .map((file) => ({ path: relative(root, file), text: readFileSync(file, 'utf8') }))
}

export const isTest = (file: SourceFile): boolean =>
  file.path.startsWith('tests/') || /\.test\.tsx?$/.test(file.path)

export function specFiles(): { path: string; text: string }[] {
  return ['packages', 'apps', 'tests']
    .flatMap((folder) => walk(join(root, folder)))
    .filter((file) => file.endsWith('SPEC.md'))
    .map((file) => ({ path: relative(root, file), text: readFileSync(file, 'utf8') }))
}
