import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Input } from 'react-aria-components/Input'
import { Menu as AriaMenu } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { TextField } from 'react-aria-components/TextField'
import { isComposing } from '../composing.ts'
import { type MenuGroup, MenuSections } from './MenuSections.tsx'

export interface PaletteProps {
  label: string
  placeholder: string
  /** What fits what was typed, best first; asked again at every letter. */
  find: (typed: string) => readonly MenuGroup[]
  /** Said where nothing fits. */
  nothing: ReactNode
  onClose: () => void
}
/** A field over a list that narrows as one types; Enter does the first of it. Mounted only while it is open. */
export function Palette({ label, placeholder, find, nothing, onClose }: PaletteProps) {
  const [typed, setTyped] = useState('')
  const list = useRef<HTMLDivElement>(null)
  // First the palette goes, and only by this: what the act opens is to have the focus, and to stay.
  const groups = find(typed).map((group) => ({
    ...group,
    entries: group.entries.map((entry) => ({
      ...entry,
      act: () => {
        onClose()
        entry.act()
      },
    })),
  }))
  /**
   * The library knows of no chosen act once something was erased or pasted, and for a moment while the list is being
   * drawn anew; then its Enter does nothing.
   */
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isComposing(event) || typed === '') return
    const entries = groups.flatMap((group) => group.entries)
    const chosen = list.current?.querySelector<HTMLElement>('[data-focused]')?.dataset.key
    const entry = entries.find(({ id }) => id === chosen) ?? entries[0]
    if (!entry) return
    event.preventDefault()
    event.stopPropagation()
    entry.act()
  }
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="k-dialog-veil k-palette-veil"
    >
      <Modal className="k-dialog-sheet k-palette-sheet">
        <AriaDialog className="k-palette" aria-label={label}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <TextField aria-label={label} autoFocus className="k-palette-field">
              <Input placeholder={placeholder} data-testid="palette-input" onKeyDownCapture={enter} />
            </TextField>
            {/* No onClose: the menu calls it after the act, and would close the dialog that the act has opened. */}
            <AriaMenu
              ref={list}
              aria-label={label}
              className="k-palette-list"
              renderEmptyState={() => <p className="k-palette-none">{nothing}</p>}
            >
              <MenuSections label={label} groups={groups} />
            </AriaMenu>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
