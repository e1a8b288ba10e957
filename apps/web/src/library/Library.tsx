import type { BoardCard, Glance, RevisionCard } from '@kintsugi/protocol'
import { formatPercent } from '@kintsugi/words'
import { Users } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { followLink } from '../app/router.ts'
import { useWords } from '../app/wordsContext.tsx'
import type { LibraryContents } from './readLibrary.ts'
import { whenText } from './whenText.ts'

/** From this many cards on a filter is worth its place. */
const manyCards = 8

export function Library({ contents }: { contents: LibraryContents }) {
  const { t } = useWords()
  const [filter, setFilter] = useState('')
  const wanted = (title: string): boolean =>
    title.toLocaleLowerCase().includes(filter.trim().toLocaleLowerCase())
  const boards = contents.boards.filter((card) => wanted(card.title))
  const postmortems = contents.postmortems.filter((card) => wanted(card.title))
  const count = contents.boards.length + contents.postmortems.length
  return (
    <div className="k-library">
      {count >= manyCards && (
        <input
          type="search"
          className="k-input k-library-filter"
          aria-label={t('app.home.filter')}
          placeholder={t('app.home.filter')}
          data-testid="filter"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      {filter !== '' && boards.length + postmortems.length === 0 && (
        <p className="text-soft" role="status">
          {t('app.home.nothingFound', { text: filter })}
        </p>
      )}
      <Shelf title={t('app.home.boards')} empty={filter === '' ? t('app.home.emptyBoards') : ''}>
        {boards.map((card) => (
          <BoardLink key={card.id} card={card} />
        ))}
      </Shelf>
      <Shelf title={t('app.home.postmortems')} empty={filter === '' ? t('app.home.emptyPostmortems') : ''}>
        {postmortems.map((card) => (
          <PostmortemLink key={card.boardId} card={card} />
        ))}
      </Shelf>
    </div>
  )
}

function Shelf({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
  if (children.length === 0 && empty === '') return null
  return (
    <section>
      <h2>
        {title} {children.length > 0 && <span>{children.length}</span>}
      </h2>
      {children.length === 0 ? <p className="k-shelf-empty">{empty}</p> : <ul>{children}</ul>}
    </section>
  )
}

function BoardLink({ card }: { card: BoardCard }) {
  const { t, language } = useWords()
  const about = [
    t('app.home.changed', { when: whenText(card.updatedAt, language, Date.now(), t('app.home.justNow')) }),
    card.revision > 0 && t('app.home.nextRevision', { n: card.revision + 1 }),
  ]
  return (
    <li>
      <a href={`/b/${card.id}`} className="k-card-link" data-testid="board-card" onClick={followLink}>
        <GoldBar share={card.glance.mended ?? 0} />
        <span className="k-card-title">{card.title || t('app.home.untitled')}</span>
        <Facts glance={card.glance} />
        <span className="k-card-about">
          {about.filter(Boolean).join(' · ')}
          {card.present > 0 && (
            <span className="k-present">
              <Users size={13} aria-hidden="true" />
              {t('app.home.present', { count: card.present })}
            </span>
          )}
        </span>
        <Mended glance={card.glance} />
      </a>
    </li>
  )
}

function PostmortemLink({ card }: { card: RevisionCard }) {
  const { t, language } = useWords()
  const about = [
    t('app.home.revision', { n: card.number }),
    t('app.home.finalized', {
      when: whenText(card.finalizedAt, language, Date.now(), t('app.home.justNow')),
    }),
  ]
  return (
    <li>
      <a href={`/p/${card.boardId}`} className="k-card-link" data-testid="postmortem-card">
        <GoldBar share={card.glance.mended ?? 0} />
        <span className="k-card-title">{card.title || t('app.home.untitled')}</span>
        <Facts glance={card.glance} />
        <span className="k-card-about">{about.join(' · ')}</span>
        <Mended glance={card.glance} />
      </a>
    </li>
  )
}

/** A seam that fills with gold from below. */
function GoldBar({ share }: { share: number }) {
  return (
    <span className="k-gold-bar" aria-hidden="true">
      <span style={{ height: `${Math.round(share * 100)}%` }} />
    </span>
  )
}

function Facts({ glance }: { glance: Glance }) {
  const { t } = useWords()
  const facts = [glance.severity && t(`terms.severity.${glance.severity}`), ...glance.services.slice(0, 2)]
  return <span className="k-card-facts">{facts.filter(Boolean).join(' · ')}</span>
}

function Mended({ glance }: { glance: Glance }) {
  const { t, language } = useWords()
  if (glance.mended === null) return <span />
  return (
    <span className="k-card-mended">
      {t('app.home.mended', { share: formatPercent(glance.mended, language) })}
    </span>
  )
}
