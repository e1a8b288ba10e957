import { plainTextOf, type RichText } from '@kintsugi/model'
import type { MenuEntry, MenuGroup } from '@kintsugi/ui/overlays'
import { Palette } from '@kintsugi/ui/overlays'
import { useWords } from '../../../app/wordsContext.tsx'
import { useBoard } from '../../../board/boardContext.tsx'
import { itemIn } from '../../../board/readings.ts'
import type { CommandContext } from './command.ts'
import { fold, menuOf } from './menu.tsx'

const mostThings = 30

/** What a thing is found by: its text, a group's name. */
function wordsOf(item: object): string | undefined {
  const { text, name } = item as { text?: RichText; name?: string }
  return text ? plainTextOf(text) : name
}

/** Everything one can do here, and everything one can go to, by typing a part of its name. */
export function BoardPalette({ context, onClose }: { context: CommandContext; onClose: () => void }) {
  const { t } = useWords()
  const snapshot = useBoard((s) => s)

  const things = (typed: string): MenuEntry[] => {
    const { desk, surface } = context
    const found: MenuEntry[] = []
    for (const { id, part } of surface.things) {
      const item = itemIn(snapshot, id)?.item
      const text = item && wordsOf(item)
      if (text === undefined) continue
      if (!fold(text).includes(typed)) continue
      found.push({
        id: `thing-${id}`,
        label: text.trim().split('\n')[0] ?? '',
        keys: t(
          `terms.part.${part.startsWith('kpt') ? 'kpt' : part === 'freeNotes' ? 'notes' : part}` as 'terms.part.kpt',
        ),
        act() {
          desk.select(id)
          surface.reveal(id)
        },
      })
      if (found.length === mostThings) break
    }
    return found
  }
  const find = (raw: string): MenuGroup[] => {
    const typed = fold(raw)
    const acts = menuOf(context, typed)
    if (typed === '') return acts
    const onBoard = things(typed)
    return onBoard.length === 0
      ? acts
      : [...acts, { id: 'things', title: t('commands.things'), entries: onBoard }]
  }
  return (
    <Palette
      label={t('commands.names.palette')}
      placeholder={t('commands.placeholder')}
      find={find}
      nothing={t('commands.nothing')}
      onClose={onClose}
    />
  )
}
