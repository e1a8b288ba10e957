import type { Words } from './index.ts'

const limits = ['network', 'code', 'style', 'content', 'group', 'few', 'time', 'device'] as const
const holds = ['tokens', 'post', 'hidden', 'keys'] as const

/** What anonymity does not hide, and what it does, in the order in which it is told: in the client and as a page. */
export interface AnonymityText {
  readonly lead: string
  readonly limits: readonly { readonly title: string; readonly text: string }[]
  readonly holds: readonly string[]
}

/** `least`: below it an anonymous round is refused; `warn`: below it one is warned. */
export function anonymityText(t: Words, { least, warn }: { least: number; warn: number }): AnonymityText {
  const example = warn - 1
  const numbers = { example, others: example - 1, least, warn }
  return {
    lead: t('anonymity.lead'),
    limits: limits.map((each) => ({
      title: t(`anonymity.limits.${each}.title`),
      text: t(`anonymity.limits.${each}.text`, numbers),
    })),
    holds: holds.map((each) => t(`anonymity.holds.${each}`)),
  }
}
