import { Menu as AriaMenu } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { type MenuGroup, MenuSections } from './MenuSections.tsx'

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
        <MenuSections label={label} groups={groups} />
      </AriaMenu>
    </Popover>
  )
}
