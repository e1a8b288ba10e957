import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { serviceWorker } from './serviceWorker.ts'

const server = process.env.KINTSUGI_URL ?? 'http://localhost:4747'

/** Markdown's reader looks up `&amp;` and its like in the page where there is one; a worker has none, and takes the table. */
const entitiesWithoutPage: Plugin = {
  name: 'entities-without-page',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (source !== 'decode-named-character-reference') return null
    const found = await this.resolve(source, importer, { skipSelf: true })
    return found?.id.replace(/index\.dom\.js$/, 'index.js') ?? null
  },
}

/**
 * Schemas check here and are never published, which is the server's: zod's writing of JSON Schema, a quarter of it, would
 * come along before the first card.
 */
const schemasUnwritten: Plugin = {
  name: 'schemas-unwritten',
  enforce: 'pre',
  transform(code, id) {
    if (!/[\\/]zod[\\/]v4[\\/]core[\\/](json-schema-processors|to-json-schema)\.js$/.test(id)) return null
    const names = [...code.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name]) => name)
    const refuse = "() => () => { throw new Error('No JSON Schema is written in the page.') }"
    return names.map((name) => `export const ${name} = ${refuse}`).join('\n')
  },
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [schemasUnwritten, react(), tailwindcss(), serviceWorker(import.meta.dirname)],
  worker: { format: 'es', plugins: () => [entitiesWithoutPage, schemasUnwritten] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // For the budgets: which chunk brings which along.
    manifest: true,
    target: 'es2024',
    // The server sends a strict policy for scripts; nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What changes rarely keeps its own name and stays in the browser's cache over releases.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'flow', test: /node_modules[\\/](@xyflow|d3-[a-z]+|zustand|classcat)[\\/]/ },
            { name: 'document', test: /node_modules[\\/](yjs|lib0|y-protocols|fractional-indexing)[\\/]/ },
            // Needed by both languages before one is loaded; without an own chunk it would bring the catalogues along.
            { name: 'guest', test: /packages[\\/]words[\\/]src[\\/](en|ja)[\\/]live\.ts/ },
            {
              name: 'model',
              test: /node_modules[\\/](zod|i18next)[\\/]|packages[\\/]model[\\/](?!src[\\/]templates)/,
            },
            // Small modules of the first sight that later parts share: a chunk each would cost more than they hold.
            {
              name: 'shell',
              test: /web[\\/]src[\\/](board[\\/]boardContext|identity[\\/](guest|newId|principal)\.|app[\\/](keepTrying|later|router|theme|toasts|windowSwitch|words|wordsContext)\.|presence[\\/](invisible|leading)\.|live[\\/](api|leavingGuard|deviceShelf|problemError|readable)\.|practice[\\/]frame\.|screens[\\/]problemSentence\.)|packages[\\/]ui[\\/]src[\\/](?!DayInput)[A-Za-z]+\.tsx?$|node_modules[\\/]idb[\\/]|lucide-react[\\/]dist[\\/]esm[\\/](createLucideIcon|icons[\\/](arrow-up-right|check|cloud-off|corner-down-right|eye|hand-heart|link-2|moon|plus|square-check|sticky-note|sun|trash|x)\.)/,
            },
            // The document and what is done on it at once; verbs of panels and dialogs come with those.
            {
              name: 'board',
              test: /packages[\\/]board[\\/]src[\\/](?!import|recover|kept|kptGroups|kptMoves|kptOrigins|people|report|documentRules|templates|checklist)/,
            },
            // Where everything stands, which the canvas draws from and a drag is judged by: not in a dozen small pieces.
            {
              name: 'layout',
              test: /apps[\\/]web[\\/]src[\\/](board[\\/](readings|firstLine)|kpt[\\/]countFirst|canvas[\\/](geometry|placed|textLines|spatialIndex)|[a-z]+[\\/](layout[A-Z][A-Za-z]+|flow)|screens[\\/]board[\\/](layoutBoard|things|useTidy))\.ts$/,
            },
          ],
        },
      },
    },
  },
  server: {
    port: 4860,
    strictPort: true,
    proxy: {
      '/api': server,
      '/p': server,
      '/about-anonymity': server,
      '^/r(/|\\.js)': server,
      '/collab': { target: server.replace(/^http/, 'ws'), ws: true },
    },
  },
})
