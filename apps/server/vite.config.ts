import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync(here('package.json'), 'utf8'),
)

/**
 * Four entries, Node 24, no minifying: a stack trace of the server must be readable.
 * What the server itself depends on stays outside (native code, and Yjs, which must be loaded once for us and for
 * Hocuspocus); our own packages and what only they depend on go in, since Node could not find it from `dist`.
 */
export default defineConfig({
  root: here('.'),
  resolve: {
    external: Object.keys(dependencies).filter((name) => !name.startsWith('@kintsugi/')),
    noExternal: true,
  },
  // React chooses its build by this; the development build is several times slower at rendering a read page.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: here('src/main.ts'),
        cli: here('src/cli.ts'),
        compactionWorker: here('src/collab/compactionWorker.ts'),
        draftWorker: here('src/imports/draftWorker.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
