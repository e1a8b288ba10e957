import type { LiveRound } from '@kintsugi/protocol'
import { ShieldCheck, ShieldX } from 'lucide-react'
import { useWords } from '../app/wordsContext.tsx'
import { useSession } from '../board/boardContext.tsx'
import { cornerOf, takenBack } from './corner.ts'
import { OwnNote } from './OwnNote.tsx'
import { OwnSigned } from './OwnSigned.tsx'
import { useOwnNotes, useRound } from './useRound.ts'

/** One's own notes of the round, from this device and for these eyes only; after the reveal, whether all are in. */
export function OwnNotes({ live, explain }: { live: LiveRound; explain: (error: unknown) => string }) {
  const { t } = useWords()
  const { draft } = cornerOf(useSession())
  const { desk, view } = useRound()
  const { notes, states } = useOwnNotes(live.id)
  const count = notes.length + view.signed.length
  if (count === 0 || !desk) return null
  const isMissing = states.includes('missing')
  const areIn = states.filter(
    (state) => state === 'there' || state === 'changing' || state === 'aside',
  ).length
  return (
    <section className="k-round-own" aria-labelledby="k-round-own-title">
      <h3 id="k-round-own-title">{t('rounds.own.title', { count })}</h3>
      {isMissing && (
        <p className="k-round-stop" role="alert" data-testid="note-missing">
          <ShieldX size={18} aria-hidden="true" />
          <span>{t('rounds.own.missing')}</span>
        </p>
      )}
      {!isMissing && areIn > 0 && (
        <p className="k-round-proof" data-testid="notes-in">
          <ShieldCheck size={15} aria-hidden="true" />
          {t('rounds.own.inAll', { count: areIn })}
        </p>
      )}
      <ul>
        {view.signed.map((note) => (
          <OwnSigned key={note.id} note={note} explain={explain} />
        ))}
        {notes.map((note, i) => (
          <OwnNote
            key={note.token.input}
            roundId={live.id}
            note={note}
            state={states[i] ?? 'sending'}
            explain={explain}
            onTakeBack={() => {
              draft.set(takenBack(draft.get(), note))
              void desk.drop(live.id, note)
            }}
          />
        ))}
      </ul>
      <p className="k-hint">
        {t(view.lasts ? 'rounds.own.device' : 'rounds.own.tabOnly')}
        {live.state === 'open' && live.mode === 'anonymous' && ` ${t('rounds.run.countDelay')}`}
      </p>
    </section>
  )
}
