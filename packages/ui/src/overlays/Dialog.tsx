import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from '../Button.tsx'

export interface DialogProps {
  title: string
  closeLabel: string
  onClose: () => void
  /** CSS pixels. */
  width?: number
  /** False while an answer is awaited: then neither Esc nor a click outside closes it. */
  dismissable?: boolean
  footer?: ReactNode
  children: ReactNode
}
export function Dialog({
  title,
  closeLabel,
  onClose,
  width = 560,
  dismissable = true,
  footer,
  children,
}: DialogProps) {
  const dialog = useRef<HTMLElement>(null)
  // A button that was pressed and is then disabled or replaced loses the focus to the page, where Esc reaches nobody.
  useEffect(() => {
    if (document.activeElement === document.body) dialog.current?.focus()
  })
  return (
    <ModalOverlay
      isOpen
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      onOpenChange={(open) => !open && onClose()}
      className="k-dialog-veil"
    >
      <Modal className="k-dialog-sheet" style={{ '--dialog-width': `${width}px` } as React.CSSProperties}>
        <AriaDialog ref={dialog} className="k-dialog">
          <header>
            <Heading slot="title">{title}</Heading>
            <IconButton label={closeLabel} side="end" disabled={!dismissable} onClick={onClose}>
              <X size={17} />
            </IconButton>
          </header>
          <div className="k-dialog-body">{children}</div>
          {footer && <footer>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
