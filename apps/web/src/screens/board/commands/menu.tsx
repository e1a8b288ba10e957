import type { MenuGroup } from '@kintsugi/ui/overlays'
import { type CommandContext, type CommandGroup, commandGroups, isAvailable } from './command.ts'
import { commandIds, commandOf, nameOf } from './index.ts'
import { onThisKeyboard, shownKey } from './keys.ts'

/** Half and full width, capitals and kana of one reading are the same to whoever searches. */
export const fold = (text: string): string => {
  const plain = text.normalize('NFKC').toLowerCase().trim()
  return plain.replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}

/**
 * The acts that mean something now and whose name has this in it, by group. `part`: folded; empty for all.
 * `groups`: in the order in which they shall stand.
 */
export function menuOf(
  context: CommandContext,
  part = '',
  groups: readonly CommandGroup[] = commandGroups,
): MenuGroup[] {
  const { t } = context
  return groups.flatMap((group): MenuGroup[] => {
    const entries = commandIds().flatMap((id) => {
      const command = commandOf(id)
      if (command?.group !== group || command.byKeyOnly === true || !isAvailable(command, context)) return []
      const label = nameOf(id, context)
      if (!fold(label).includes(part)) return []
      const key = shownKey(id)
      const Icon = command.icon
      return [
        {
          id,
          label,
          ...(Icon ? { icon: <Icon size={14} /> } : {}),
          ...(key === undefined ? {} : { keys: onThisKeyboard(key) }),
          act: () => void command.run(context),
        },
      ]
    })
    return entries.length === 0 ? [] : [{ id: group, title: t(`commands.groups.${group}`), entries }]
  })
}
