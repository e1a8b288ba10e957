import { type BoardSnapshot, type ReportPage, reportTexts } from '@kintsugi/model'
import { formatDuration } from '@kintsugi/words'
import type { WriteContext } from '../format.ts'
import { deriveReport } from './derive.ts'
import { reportField, type Setting, settingOf } from './setting.ts'

const addressed = /(?:様|さま|殿|御中|各位)\s*$/
const organisation =
  /(?:株式会社|有限会社|合同会社|法人|会社|部|課|室|局|庁|省|銀行|センター|チーム|グループ|本部|支店|事務所|協会|組合|学校|大学|病院)\s*$|^(?:株式会社|有限会社|合同会社)/

/** 様 for a person, 御中 for an organisation: only the recipient is spoken to so, and nobody twice. */
function recipient(name: string, { language, words: t }: WriteContext): string {
  const to = name.trim()
  if (to === '' || language !== 'ja' || addressed.test(to)) return to
  return t(`report.recipient.${organisation.test(to) ? 'organisation' : 'person'}`, { name: to })
}

function factsOf({ t, snapshot, milestones, times, moment, status, language }: Setting): ReportPage['facts'] {
  const start = milestones.impactStart ?? milestones.trigger
  const end = milestones.impactEnd ?? milestones.resolved
  const when = (use: typeof start, missing: string): string => {
    if (!use?.at) return missing
    return t('report.timeZoned', { time: moment(use.at, use.approximate), zone: times.zoneName(use.at) })
  }
  const lasted =
    start?.at && end?.at ? formatDuration(Date.parse(end.at) - Date.parse(start.at), language) : null
  const rough = (start?.approximate || end?.approximate) && lasted !== null
  const told: [Parameters<typeof labelOf>[0], string | null][] = [
    ['began', when(start, t('report.unknown'))],
    ['detected', milestones.detected ? when(milestones.detected, t('report.unknown')) : null],
    ['recovered', when(end, t(status === 'resolved' ? 'report.unknown' : 'report.notYet'))],
    ['lasted', lasted === null ? null : rough ? t('metrics.about', { duration: lasted }) : lasted],
    ['services', snapshot.incident.services.join(t('documents.comma')) || null],
    ['status', t(`report.status.${status}`)],
  ]
  const labelOf = (name: 'began' | 'detected' | 'recovered' | 'lasted' | 'services' | 'status'): string =>
    t(`report.facts.${name}`)
  return told.flatMap(([name, value]) => (value === null ? [] : [{ label: labelOf(name), value }]))
}

/** One stage's report, complete: what a person wrote where somebody wrote, else what the board says. */
export function reportPageOf(snapshot: BoardSnapshot, context: WriteContext): ReportPage {
  const { words: t, stage, now } = context
  const { incident } = snapshot
  const setting = settingOf(snapshot, context)
  const own = incident[reportField[stage]]
  const derived = deriveReport(snapshot, context)
  const asOf = own.asOf ?? now
  return {
    title: t(`report.title.${stage}`),
    to: recipient(incident.reportTo, context),
    from: incident.reportFrom,
    asOf: asOf === null ? '' : t('report.asOf', { time: setting.times.dateAndClock(asOf) }),
    subjectLabel: t('report.text.headline'),
    subject: own.headline ?? derived.headline,
    facts: factsOf(setting),
    texts: reportTexts
      .filter((name) => name !== 'headline')
      .map((name) => ({
        name,
        heading: t(
          name === 'measures' && stage === 'final' ? 'report.finalText.measures' : `report.text.${name}`,
        ),
        text: own[name] ?? derived[name],
      }))
      .filter(({ text }) => text.trim() !== ''),
    closing: t('report.closing'),
  }
}
