/**
 * The order to draw while somebody writes in one of these rows: what was there keeps its order, what is new comes behind
 * what it follows. Moving a row that holds the caret would take the caret from it.
 */
export function steadyOrder(drawn: readonly string[], now: readonly string[]): readonly string[] {
  const present = new Set(now)
  const known = new Set(drawn)
  const order = drawn.filter((id) => present.has(id))
  now.forEach((id, i) => {
    if (known.has(id)) return
    const before = now[i - 1]
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
  })
  return order
}
