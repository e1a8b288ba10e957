import {
  type Action,
  type BoardSnapshot,
  type Cause,
  plainTextOf,
  type ReportText,
  type RichText,
} from '@kintsugi/model'
import { formatDay } from '@kintsugi/words'
import type { WriteContext } from '../format.ts'
import { type Setting, settingOf } from './setting.ts'

const capital = { ongoing: 'Ongoing', mitigated: 'Mitigated', resolved: 'Resolved' } as const
const line = (text: RichText): string => plainTextOf(text).replace(/\s*\n\s*/g, ' ')

/** `2026年4月18日 21:47 頃`. */
function began({ milestones, timeline, moment, t }: Setting): string {
  const start = milestones.impactStart ?? milestones.trigger ?? milestones.detected
  const at = start?.at ?? timeline.find((entry) => entry.at !== null)?.at
  if (!at) return t('report.derived.beganUnknown')
  return moment(at, start?.approximate)
}
function recovered({ milestones, moment }: Setting): string {
  const at = milestones.impactEnd?.at ?? milestones.resolved?.at ?? milestones.mitigated?.at
  return at ? moment(at) : ''
}

/** The sentence a report opens with: since when, what, and how it stands. */
function lead(setting: Setting): string {
  const { t, stage, status, snapshot } = setting
  const services = snapshot.incident.services.join(t('documents.comma'))
  const end = recovered(setting)
  // Recovered, but nobody recorded when: there is no time to tell.
  const state = status === 'resolved' && end === '' && stage === 'interim' ? 'Neutral' : capital[status]
  return t(`report.derived.lead.${stage}${stage === 'final' && end === '' ? 'Ongoing' : state}`, {
    began: began(setting),
    recovered: end,
    services: services || t('report.derived.servicesUnknown'),
  })
}

/** One page: what is most of a kind stands there, the rest is counted. */
function atMost(most: number, lines: readonly string[], t: Setting['t']): string[] {
  if (lines.length <= most) return [...lines]
  return [...lines.slice(0, most - 1), t('report.derived.others', { count: lines.length - most + 1 })]
}

function situation(setting: Setting): string {
  const { t, timeline, milestones, clock, discreet, stage } = setting
  const named = Object.values(milestones)
  const chosen =
    named.length > 0
      ? timeline.filter(({ id }) => named.some(({ entryId }) => entryId === id))
      : timeline.slice(0, 6)
  // A first report says what was seen and what is being done, not what it turned out to be.
  const early = stage === 'first' ? chosen.filter(({ id }) => id !== milestones.identified?.entryId) : chosen
  const lines = early.flatMap(({ at, approx, kind, milestone, text }) => {
    if (at === null) return []
    const time = approx ? t('documents.about', { time: clock(at) }) : clock(at)
    const said = { time, text: discreet(line(text)) }
    if (!milestone) return [t('report.derived.situationPlain', said)]
    const name = t(`terms.milestone.${milestone.name}`)
    // Which change it began with is a cause, and a first report has none yet.
    if (stage === 'first' && kind === 'change')
      return [t('report.derived.situationPlain', { time, text: name })]
    return [t('report.derived.situationLine', { ...said, milestone: name })]
  })
  return [
    lead(setting),
    ...(lines.length > 0 ? atMost(10, lines, t) : [t('report.derived.situationNone')]),
  ].join('\n')
}

function impact({ t, snapshot, discreet }: Setting): string {
  const said = plainTextOf(snapshot.incident.impact)
    .split('\n')
    .filter((one) => one.trim() !== '')
  if (said.length > 0) return discreet(said.join('\n'))
  const causes = snapshot.causes.filter(({ kind, certainty }) => kind === 'impact' && certainty !== 'refuted')
  return causes.length > 0
    ? discreet(causes.map(({ text }) => line(text)).join('\n'))
    : t('report.derived.impactNone')
}

const sayCause = {
  direct: 'causeDirect',
  trigger: 'causeDirect',
  root: 'causeRoot',
  condition: 'causeContributing',
  contributing: 'causeContributing',
} as const
function cause({ t, snapshot, stage, discreet }: Setting): string {
  if (stage === 'first') return t('report.derived.causeInvestigating')
  const order = ['trigger', 'direct', 'root', 'condition', 'contributing'] as const
  const known = order.flatMap((kind) =>
    snapshot.causes.filter((one) => one.kind === kind && one.certainty !== 'refuted'),
  )
  const sentence = (one: Cause, key: 'causePossible' | (typeof sayCause)[keyof typeof sayCause]): string =>
    t(`report.derived.${key}`, { text: discreet(line(one.text)) })
  const confirmed = known.filter(({ certainty }) => certainty === 'confirmed')
  const short = stage === 'final' ? confirmed : confirmed.filter(({ kind }) => kind !== 'contributing')
  const lines = short.map((one) => sentence(one, sayCause[one.kind as keyof typeof sayCause]))
  if (stage === 'interim' || lines.length === 0) {
    const possible = known.filter(({ certainty }) => certainty === 'possible').slice(0, 3)
    lines.push(...possible.map((one) => sentence(one, 'causePossible')))
  }
  return lines.length > 0 ? atMost(6, lines, t).join('\n') : t('report.derived.causeStillInvestigating')
}

function actionLine({ t, language, discreet }: Setting, action: Action): string {
  const state =
    action.status === 'done'
      ? t('report.derived.stateDone')
      : action.due
        ? t('report.derived.stateDue', { day: formatDay(action.due, language) })
        : t('report.derived.stateOpen')
  return t(action.permanent ? 'report.derived.permanentAction' : 'report.derived.interimAction', {
    text: discreet(line(action.text)),
    state,
  })
}

function measures(setting: Setting): string {
  const { t, snapshot, stage, timeline, clock, discreet } = setting
  const live = snapshot.actions.filter(({ status }) => status !== 'dropped')
  const taken = timeline
    .filter(({ kind, at }) => at !== null && (kind === 'action' || kind === 'statusPost'))
    .slice(-4)
    .map(({ at, text }) =>
      t('report.derived.measureTaken', { time: clock(at ?? ''), text: discreet(line(text)) }),
    )
  const interim = live.filter(({ permanent }) => !permanent).map((action) => actionLine(setting, action))
  const permanent = live.filter((action) => action.permanent).map((action) => actionLine(setting, action))
  const lines =
    stage === 'first' ? taken : stage === 'interim' ? [...taken, ...interim] : [...interim, ...permanent]
  return lines.length > 0 ? atMost(8, lines, t).join('\n') : t('report.derived.measuresNone')
}

function outlook({ t, stage, status, snapshot, times }: Setting): string {
  const { meetingAt } = snapshot.incident
  if (stage === 'first') return t(`report.derived.outlook.first${capital[status]}`)
  if (stage === 'interim') {
    return meetingAt
      ? t('report.derived.outlook.interimMeeting', { time: times.dateAndClock(meetingAt) })
      : t('report.derived.outlook.interim')
  }
  const live = snapshot.actions.filter((action) => action.status !== 'dropped')
  if (live.length === 0) return t('report.derived.outlook.finalNone')
  return t(
    `report.derived.outlook.${live.every((action) => action.status === 'done') ? 'finalDone' : 'final'}`,
  )
}

/** What the board says for each text of a report, in the report's own tone. Roles, never names; times in the incident's zone. */
export function deriveReport(snapshot: BoardSnapshot, context: WriteContext): Record<ReportText, string> {
  const setting = settingOf(snapshot, context)
  return {
    headline: setting.discreet(snapshot.incident.title) || context.words('reading.untitled'),
    situation: situation(setting),
    impact: impact(setting),
    cause: cause(setting),
    measures: measures(setting),
    outlook: outlook(setting),
  }
}
