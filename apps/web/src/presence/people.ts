import type { Member } from '@kintsugi/protocol'

/** Those other than me whom the server knows, each once however many tabs they have; my own other tabs are me. */
export function peopleIn(others: readonly Member[], me: string): Member[] {
  const known = others.filter(({ principal }) => principal !== '' && principal !== me)
  return [...new Map(known.map(({ principal, name }) => [principal, { principal, name }])).values()]
}
