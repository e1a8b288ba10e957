import type { ReactNode } from 'react'

/** A figure that scrolls sideways where the window is narrower than it is. */
export function WideFigure({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="wide-figure" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
