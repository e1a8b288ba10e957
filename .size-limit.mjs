import { readFileSync } from 'node:fs'

/** What the build says of its chunks: https://vite.dev/guide/backend-integration.html */
const manifest = JSON.parse(readFileSync('apps/web/dist/.vite/manifest.json', 'utf8'))

/** Files that a chunk brings along without waiting: itself, and what it imports. */
function comesWith(key, files = new Set()) {
  const { file, imports = [] } = manifest[key]
  if (files.has(file)) return files
  files.add(file)
  for (const each of imports) comesWith(each, files)
  return files
}
const scripts = (...keys) =>
  [...keys.reduce((files, key) => comesWith(key, files), new Set())].map((file) => `apps/web/dist/${file}`)

const board = [
  'index.html',
  'src/screens/board/BoardScreen.tsx',
  // Of the two languages the heavier one.
  '../../packages/words/src/ja.first.ts',
]
const editor = scripts('src/screens/board/InPlace.tsx')
const before = new Set(scripts(...board))

export default [
  {
    name: 'Board: script before the first card',
    path: [...before],
    gzip: true,
    limit: '283 kB',
  },
  {
    name: 'Editor, on the first text opened',
    path: editor.filter((file) => !before.has(file)),
    gzip: true,
    limit: '140 kB',
  },
]
