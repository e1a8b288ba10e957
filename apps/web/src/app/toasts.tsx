import { X } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'
import { createCell } from '../live/readable.ts'
import { useWords } from './wordsContext.tsx'

export interface ToastAction {
  label: string
  act: () => void
  /** Tells when what it offers is over: then the message goes too. Returns how to stop listening. */
  until?: (over: () => void) => () => void
}
export interface Toast {
  id: number
  text: string
  look: 'plain' | 'alarm'
  action?: ToastAction
}
const shown = createCell<readonly Toast[]>([])
let last = 0

/** Says what happened, briefly. An alarm stays until it is read. */
export function say(text: string, options: { look?: Toast['look']; action?: Toast['action'] } = {}): void {
  last += 1
  const toast: Toast = {
    id: last,
    text,
    look: options.look ?? 'plain',
    ...(options.action ? { action: options.action } : {}),
  }
  // The same kind of message in a row (undo, undo, undo) replaces itself instead of piling up.
  shown.set([
    ...shown
      .get()
      .filter((t) => t.look === 'alarm' && t.text !== text)
      .slice(-2),
    toast,
  ])
}
const dismiss = (id: number): void => shown.set(shown.get().filter((toast) => toast.id !== id))

export function Toasts() {
  const { t } = useWords()
  const toasts = useSyncExternalStore(shown.subscribe, shown.get)
  return (
    <section
      aria-label={t('app.messages')}
      className="k-toasts pointer-events-none fixed inset-x-0 bottom-[var(--toasts-bottom,1.25rem)] z-70 flex flex-col items-center gap-2 px-4"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastCard({ toast }: { toast: Toast }) {
  const { t } = useWords()
  useEffect(() => {
    if (toast.look === 'alarm') return
    const timer = setTimeout(() => dismiss(toast.id), toast.action ? 8000 : 4500)
    const stop = toast.action?.until?.(() => dismiss(toast.id))
    return () => {
      clearTimeout(timer)
      stop?.()
    }
  }, [toast])
  return (
    <div
      className="k-toast pointer-events-auto"
      data-look={toast.look}
      role={toast.look === 'alarm' ? 'alert' : 'status'}
      data-testid="toast"
    >
      <p className="min-w-0 flex-1 py-1">{toast.text}</p>
      {toast.action && (
        <button
          type="button"
          onClick={() => {
            toast.action?.act()
            dismiss(toast.id)
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button type="button" aria-label={t('app.dismiss')} className="-ms-2" onClick={() => dismiss(toast.id)}>
        <X size={15} />
      </button>
    </div>
  )
}
