/** Brings a field of the screen into sight and gives it the caret. The panel it stands in may still be on its way. */
export function intoSight(selector: string, tries = 40): void {
  const field = document.querySelector<HTMLElement>(`.k-screen ${selector}`)
  if (!field) {
    if (tries > 0) requestAnimationFrame(() => intoSight(selector, tries - 1))
    return
  }
  // Only what scrolls: `scrollIntoView` would move the whole screen too, which does not.
  const scroller = scrollerOf(field)
  if (scroller)
    scroller.scrollTop += field.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 24
  if (field.matches('input, [role=textbox]')) field.focus({ preventScroll: true })
}

/** Gives the caret to the first field or button of the details; the text itself is written where it stands. */
export function intoDetails(tries = 40): void {
  const panel = document.querySelector<HTMLElement>('.k-inspector .k-panel')
  const own = panel?.querySelector<HTMLElement>('[data-testid=own-edit]')
  const fields = panel?.querySelectorAll<HTMLElement>(
    'input:enabled, button:enabled, textarea:enabled, summary',
  )
  const first = own ?? [...(fields ?? [])].find((field) => !field.closest('.k-panel-title, [data-rich]'))
  const chosen = first?.closest('fieldset')?.querySelector<HTMLElement>('input[type=radio]:checked')
  if (first) (first.matches('[type=radio]') && chosen ? chosen : first).focus()
  else if (tries > 0) requestAnimationFrame(() => intoDetails(tries - 1))
}

/** Gives the caret to a thing's card on the canvas; false where it is not drawn. */
export function toCard(id: string): boolean {
  const card = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`)
  card?.focus({ preventScroll: true })
  return card !== null
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  }
  return null
}
