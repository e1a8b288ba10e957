import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'

export interface MenuEntry {
  id: string
  label: string
  icon?: ReactNode
  keys?: string
  checked?: boolean
  disabled?: boolean
  act: () => void
}
export interface MenuGroup {
  id: string
  title?: string
  entries: readonly MenuEntry[]
}
export interface MenuProps {
  label: string
  groups: readonly MenuGroup[]
  anchor: React.RefObject<HTMLElement | null>
  onClose: () => void
}
/** An open menu beside its anchor. Mounted only while it is open, so that its code can come later than the page. */
export function Menu({ label, groups, anchor, onClose }: MenuProps) {
  return (
    <Popover
      isOpen
      triggerRef={anchor}
      placement="bottom end"
      offset={6}
      onOpenChange={(open) => !open && onClose()}
      className="k-popover"
    >
      <AriaMenu aria-label={label} autoFocus="first" onClose={onClose} className="outline-none">
        {groups.map((group) => (
          <MenuSection key={group.id} aria-label={group.title ?? label}>
            {group.title && <Header className="k-section-head">{group.title}</Header>}
            {group.entries.map((entry) => (
              <MenuItem
                key={entry.id}
                id={entry.id}
                textValue={entry.label}
                isDisabled={entry.disabled ?? false}
                onAction={entry.act}
                className="k-option"
              >
                <span className="k-option-mark">{entry.checked ? <Check size={14} /> : entry.icon}</span>
                {entry.label}
                {entry.keys && <kbd>{entry.keys}</kbd>}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </AriaMenu>
    </Popover>
  )
}
