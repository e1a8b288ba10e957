import type { Member } from '@kintsugi/protocol'

/** Those whom the server knows, each once however many tabs they have. */
export function peopleIn(others: readonly Member[]): Member[] {
  const known = others.filter(({ principal }) => principal !== '')
  return [...new Map(known.map(({ principal, name }) => [principal, { principal, name }])).values()]
}
