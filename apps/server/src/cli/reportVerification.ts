import { type Language, timesIn, type Words } from '@kintsugi/words'
import type { Verification } from './verify.ts'

export function reportVerification(verification: Verification, t: Words, language: Language): string {
  const { valid, computedHash, expectedHash, selfAttested, revision } = verification
  const lines = [t(valid ? 'commandLine.valid' : 'commandLine.invalid')]
  if (revision) {
    const times = timesIn(Intl.DateTimeFormat().resolvedOptions().timeZone, language)
    const { title, number, finalizedAt, finalizedBy, previousHash } = revision
    lines.push(
      `${title} · ${t('reading.revision', { number })}`,
      `${t('reading.finalizedAt', { time: times.dateAndClock(finalizedAt) })} · ${t('reading.finalizedBy', { name: finalizedBy })}`,
      previousHash ? t('reading.previous', { hash: previousHash }) : t('reading.noPrevious'),
    )
  }
  lines.push(t('commandLine.computed', { hash: computedHash }))
  if (!valid) lines.push(t('commandLine.expected', { hash: expectedHash }))
  if (selfAttested) lines.push(t('commandLine.selfAttested'))
  return lines.join('\n')
}
