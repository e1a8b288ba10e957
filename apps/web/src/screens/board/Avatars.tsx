import { useWords } from '../../app/wordsContext.tsx'
import { useReadable, useSession } from '../../board/boardContext.tsx'

const shown = 4
/** On a phone. */
const shownNarrow = 2

/** The first letter a person would write: a whole character, never half of one. */
const initialOf = (name: string): string => [...name.trim()][0] ?? '?'

export function Avatars() {
  const { t } = useWords()
  const others = useReadable(useSession().presence.others)
  // One person may hold the board open in several tabs.
  const people = [
    ...new Map(others.map((other) => [other.principal || String(other.clientId), other])).values(),
  ]
  if (people.length === 0) return null
  const more = people.length - shown
  return (
    <ul
      className="k-avatars"
      data-beyond={people.length > shownNarrow ? people.length - shownNarrow : undefined}
      aria-label={t('board.presentCount', { n: people.length + 1 })}
      data-testid="avatars"
    >
      {people.slice(0, shown).map((person, index) => (
        <li
          key={person.clientId}
          data-beyond={index >= shownNarrow}
          data-tip={person.name}
          data-tip-side="end"
          title={undefined}
        >
          <span aria-hidden="true">{initialOf(person.name)}</span>
          <span className="sr-only">{person.name}</span>
        </li>
      ))}
      {more > 0 && (
        <li
          data-beyond="true"
          data-tip={people
            .slice(shown)
            .map((p) => p.name)
            .join(', ')}
        >
          +{more}
        </li>
      )}
    </ul>
  )
}
