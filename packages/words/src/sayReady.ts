import type { Language, Words } from './index.ts'

export interface SaidPoint {
  code: string
  missing: boolean
  args: Record<string, string | number>
  names: readonly string[]
}

/** A point of the ready check: what is missing or there, and why it would help. Names become a list, codes words. */
export function sayReady(t: Words, language: Language, point: SaidPoint): { what: string; why: string } {
  const { code, missing, args, names } = point
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
  const off = typeof args.off === 'string' && args.off !== '' ? t(`ready.off.${args.off}`) : ''
  const said = { ...args, names: list, off }
  const state = !missing ? 'there' : code === 'unnamed' && names.length > 0 ? 'missingFrom' : 'missing'
  return { what: t(`ready.points.${code}.${state}`, said), why: t(`ready.points.${code}.why`, said) }
}
