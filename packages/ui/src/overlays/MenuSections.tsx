import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import { MenuItem, MenuSection } from 'react-aria-components/Menu'

export interface MenuEntry {
  id: string
  label: string
  icon?: ReactNode
  keys?: string
  checked?: boolean
  act: () => void
}
export interface MenuGroup {
  id: string
  title?: string
  entries: readonly MenuEntry[]
}

/** Groups of acts within a menu. `label` names a group that has no title. */
export function MenuSections({ label, groups }: { label: string; groups: readonly MenuGroup[] }) {
  return groups.map((group) => (
    <MenuSection key={group.id} aria-label={group.title ?? label}>
      {group.title && <Header className="k-section-head">{group.title}</Header>}
      {group.entries.map((entry) => (
        <MenuItem
          key={entry.id}
          id={entry.id}
          textValue={entry.label}
          onAction={entry.act}
          className="k-option"
        >
          <span className="k-option-mark">{entry.checked ? <Check size={14} /> : entry.icon}</span>
          <span className="k-option-text">{entry.label}</span>
          {entry.keys && <kbd>{entry.keys}</kbd>}
        </MenuItem>
      ))}
    </MenuSection>
  ))
}
