import type { Words } from './index.ts'

/** Where problems have their sentences, the nearest first: what was refused, what a text holds, what the client met. */
const catalogues = ['refusal', 'problem', 'live.problem']

/** A problem's sentence, wherever its code has one; null where no catalogue knows it. */
export function problemSentence(
  t: Words,
  { code, args }: { code: string; args: Record<string, string | number> },
): string | null {
  const keys = catalogues.map((catalogue) => `${catalogue}.${code}`)
  return t(keys, { ...args, defaultValue: '' }) || null
}
