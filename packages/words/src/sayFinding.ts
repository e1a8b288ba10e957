import type { Words } from './index.ts'

/** A finding's two sentences: what is the case, and why it matters. Codes among its arguments become words. */
export function sayFinding(
  t: Words,
  { code, args }: { code: string; args: Record<string, string | number> },
): { what: string; why: string } {
  return { what: t(`findings.${code}.what`, args), why: t(`findings.${code}.why`, args) }
}
