import { newId } from '../../identity/newId.ts'
import { createDraftReader } from './draftReader.ts'
import type { Answer, Answers, Ask, SentSource, Source } from './messages.ts'

/** Reading happens here, beside the page: nothing it does can hold up typing, and cancelling it is ending it. */
const reader = createDraftReader(newId)
const answer = (message: Answer): void => self.postMessage(message)

async function arrived(source: SentSource | null): Promise<Source | null> {
  if (source === null || !('words' in source)) return source
  return { text: await source.words.text(), fileName: source.fileName }
}
async function serve(id: number, ask: Ask): Promise<Answers[keyof Answers]> {
  switch (ask.ask) {
    case 'read': {
      const source = await arrived(ask.source)
      return reader.read({ ...ask, source }, (done, total) => answer({ id, progress: { done, total } }))
    }
    case 'rows':
      return reader.rows(ask.indices)
    case 'problems':
      return reader.problems(ask.weight, ask.from, ask.to)
    case 'order':
      return reader.order(ask.order)
    case 'piece':
      return reader.piece()
  }
}

self.addEventListener('message', ({ data: { id, ask } }: MessageEvent<{ id: number; ask: Ask }>) => {
  serve(id, ask).then(
    (served) => answer({ id, answer: served }),
    (error) =>
      answer({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
