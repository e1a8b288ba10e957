import { plainTextOf } from '../src/richText.ts'
import type { TimelineEntry } from '../src/timeline.ts'
import { paymentTimeout } from './paymentTimeout.ts'

/** Kinds that monitoring and operations keep in a sheet; what people wrote to each other stands in the chat. */
const sheetKinds = {
  ja: {
    alert: 'アラート',
    change: '変更',
    statusPost: '告知',
    observation: '観測',
    impact: '影響',
    action: '対応',
  },
  en: {
    alert: 'Alert',
    change: 'Change',
    statusPost: 'Status post',
    observation: 'Observation',
    impact: 'Impact',
    action: 'Action',
  },
}
const heads = {
  ja: ['日時 (JST)', '終了', '種別', '出来事', '担当', '確度', 'リンク'],
  en: ['Time (JST)', 'End', 'Kind', 'Event', 'Role', 'Certainty', 'Links'],
}
const certainties = {
  ja: { fact: '事実', inference: '推測', hypothesis: '仮説' },
  en: { fact: 'Fact', inference: 'Inference', hypothesis: 'Hypothesis' },
}
const abouts = { ja: ' 頃', en: ' approx.' }

const jst = (instant: string): string => {
  const local = new Date(Date.parse(instant) + 9 * 3600_000).toISOString()
  return `${local.slice(0, 10).replaceAll('-', '/')} ${local.slice(11, 19).replace(/:00$/, '')}`
}
const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The rollback stands in the sheet and in the chat, like the first alert: so that importing both shows duplicates. */
const inBoth = (entry: TimelineEntry): boolean => entry.milestone?.name === 'mitigated'

function sheet(language: 'ja' | 'en'): string {
  const kinds: Partial<Record<TimelineEntry['kind'], string>> = sheetKinds[language]
  const rows = paymentTimeout[language].timeline.flatMap((entry) => {
    const { at, until, kind, text, actor, certainty, evidence } = entry
    if (at === null || kinds[kind] === undefined || (kind === 'action' && !inBoth(entry))) return []
    return [
      [
        `${jst(at)}${entry.approx ? abouts[language] : ''}`,
        until === null ? '' : jst(until),
        kinds[kind],
        plainTextOf(text),
        actor,
        certainties[language][certainty],
        evidence.map(({ url }) => url).join('\n'),
      ],
    ]
  })
  return [heads[language], ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
}

/** The same incident as a sheet of alerts, changes, observations and status posts, on Tokyo's clock. */
export const paymentTimeoutCsv: Record<'ja' | 'en', string> = { ja: sheet('ja'), en: sheet('en') }
