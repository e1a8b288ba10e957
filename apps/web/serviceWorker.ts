import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const fileName = 'sw.js'
const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

/**
 * Builds the service worker beside the client and writes in front of it what the build consists of: every file, so that
 * the whole app is there without a network, and the hash of the one page.
 */
export function serviceWorker(root: string): Plugin {
  return {
    name: 'kintsugi:service-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: join(root, 'src/offline/worker.ts'), fileName })
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[fileName]
        const document = bundle['index.html']
        if (worker?.type !== 'chunk' || document?.type !== 'asset')
          return this.error('The service worker or the page is missing from the build.')
        if (worker.imports.length > 0)
          return this.error(`The service worker must stand alone; it imports ${worker.imports.join(', ')}.`)
        const built = Object.keys(bundle).filter(
          // What lies under a dot (the manifest of the build) is for tools, and is not served.
          (name) => name !== fileName && name !== 'index.html' && !/^\.|\.map$/.test(name),
        )
        const plain = readdirSync(join(root, 'public'))
        const files = [...built, ...plain].toSorted().map((name) => `/${name}`)
        const page = sha256(document.source)
        const contents = plain.map((name) => sha256(readFileSync(join(root, 'public', name))))
        const id = sha256(JSON.stringify([page, files, contents, worker.code])).slice(0, 16)
        worker.code = `self.kintsugiBuild=${JSON.stringify({ id, page, files })};\n${worker.code}`
      },
    },
  }
}
