import { invariant } from '@kintsugi/model'
import type { RevisionCard } from '@kintsugi/protocol'
import { type ReadLinks, renderPostmortem } from '@kintsugi/reading'
import type { Language } from '@kintsugi/words'
import { readRevision } from '../revisions/document.ts'
import type { Revisions } from '../revisions/revisions.ts'
import { unnamed } from '../share/unnamed.ts'
import { RenderCache, type Rendered } from './rendered.ts'

/** Some fifty pages of a thousand entries. */
const keptBytes = 64_000_000

/** Read pages of finalized revisions, from the stored bytes; what was asked for lately is kept rendered. */
export class RevisionPages {
  readonly #revisions: Pick<Revisions, 'stored'>
  readonly #cache = new RenderCache(keptBytes)

  constructor(revisions: Pick<Revisions, 'stored'>) {
    this.#revisions = revisions
  }

  /** `forReaders`: the board's id is on the page nowhere. */
  page(
    card: RevisionCard,
    options: { language: Language; links: ReadLinks; forReaders: boolean },
  ): Promise<Rendered> {
    const key = JSON.stringify([card.boardId, card.number, card.hash, options])
    return this.#cache.get(key, () => this.#render(card, options))
  }

  async #render(
    { boardId, number }: RevisionCard,
    { language, links, forReaders }: { language: Language; links: ReadLinks; forReaders: boolean },
  ): Promise<string> {
    const found = await this.#revisions.stored(boardId, number)
    const document = found && readRevision(found.bytes)
    invariant(document && 'snapshot' in document, `the stored bytes of ${boardId}/${number} are a revision`)
    const snapshot = forReaders ? unnamed(document.snapshot, boardId) : document.snapshot
    return renderPostmortem({ snapshot, revision: found.card, language, links })
  }
}
