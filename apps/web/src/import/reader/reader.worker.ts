import { newId } from '../../identity/newId.ts'
import { createDraftReader } from './draftReader.ts'
import type { Answer, Answers, Ask } from './messages.ts'

/** Reading happens here, beside the page: nothing it does can hold up typing, and cancelling it is ending it. */
const reader = createDraftReader(newId)
const answer = (message: Answer): void => self.postMessage(message)

function serve(id: number, ask: Ask): Answers[keyof Answers] {
  switch (ask.ask) {
    case 'read':
      return reader.read(ask, (done, total) => answer({ id, progress: { done, total } }))
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

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; ask: Ask }>) => {
  try {
    answer({ id: data.id, answer: serve(data.id, data.ask) })
  } catch (error) {
    answer({ id: data.id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
