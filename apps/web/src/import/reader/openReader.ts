import type { Answer, Answers, Ask } from './messages.ts'

export interface Reader {
  ask<K extends Ask['ask']>(
    ask: Extract<Ask, { ask: K }>,
    onProgress?: (done: number, total: number) => void,
  ): Promise<Answers[K]>
  /** Ends it at once, whatever it is at; what was asked is never answered. */
  close(): void
}

interface Waiting {
  resolve: (answer: never) => void
  reject: (error: Error) => void
  onProgress: ((done: number, total: number) => void) | undefined
}

/** The page's end of the reading worker. */
export function openReader(): Reader {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let last = 0
  const failAll = (reason: string): void => {
    for (const { reject } of waiting.values()) reject(new Error(reason))
    waiting.clear()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const one = waiting.get(data.id)
    if (one === undefined) return
    if ('progress' in data) {
      one.onProgress?.(data.progress.done, data.progress.total)
      return
    }
    waiting.delete(data.id)
    if ('failed' in data) one.reject(new Error(data.failed))
    else one.resolve(data.answer as never)
  })
  worker.addEventListener('error', (event) => failAll(event.message || 'the reader could not be started'))
  return {
    ask: (ask, onProgress) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject, onProgress })
        worker.postMessage({ id: last, ask }, bytesOf(ask))
      }),
    close() {
      waiting.clear()
      worker.terminate()
    },
  }
}

/** A file's bytes go over, they are not copied. */
function bytesOf(ask: Ask): ArrayBuffer[] {
  return ask.ask === 'read' && ask.source && 'bytes' in ask.source ? [ask.source.bytes] : []
}
