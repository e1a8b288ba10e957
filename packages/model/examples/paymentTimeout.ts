import { richTextOf } from '../src/richText.ts'
import { type BoardSnapshot, boardSnapshotSchema } from '../src/snapshot.ts'
import { at, id, ranked, withPoints } from './drafting.ts'
import { causesOf, linksOfCauses } from './paymentTimeout.causes.ts'
import { en } from './paymentTimeout.en.ts'
import { ja, type PaymentTimeoutWords } from './paymentTimeout.ja.ts'
import { actionsOf, kptOf, linksOfMending } from './paymentTimeout.mending.ts'
import { preparing } from './paymentTimeout.preparing.ts'
import { timelineOf } from './paymentTimeout.timeline.ts'

function board(w: PaymentTimeoutWords, { guide, checklist }: (typeof preparing)['ja']): BoardSnapshot {
  const { report } = w
  return boardSnapshotSchema.parse({
    boardId: id('payment-timeout-board'),
    incident: {
      title: w.title,
      severity: 'sev1',
      services: w.services,
      tags: w.tags,
      timeZone: 'Asia/Tokyo',
      owner: w.owner,
      // Monday: the incident began on a Saturday night.
      meetingAt: at('61:00'),
      invitedAt: at('34:30'),
      guide: { ...guide, meetingMinutes: 90 },
      summary: richTextOf(w.summary),
      impact: withPoints(w.impact),
      lessons: richTextOf(w.lessons),
      groundRules: withPoints(w.groundRules),
      reportTo: report.to,
      reportFrom: report.from,
      reportFirst: { asOf: at('22:15'), ...report.first },
      reportInterim: { asOf: at('22:55'), ...report.interim },
      reportFinal: { asOf: at('130:00'), ...report.final },
    },
    people: ranked(
      Object.entries(w.people).map(([name, [who = '', department = '', role = '']], i) => ({
        id: id(`person-${name}`),
        name: who,
        department,
        role,
        attended: name !== 'tanaka',
        acknowledgedAt: name === 'tanaka' ? null : at(`${57 + (i % 3)}:${10 + 7 * i}`),
      })),
    ),
    timeline: timelineOf(w),
    causes: causesOf(w),
    ...kptOf(w),
    actions: actionsOf(w),
    freeNotes: Object.entries(w.freeNotes).map(([name, text]) => ({
      id: id(`free-${name}`),
      text: richTextOf(text),
    })),
    checklist: ranked(checklist.map(([step, name], i) => ({ id: id(`check-${i}`), step, name, done: true }))),
    links: [...linksOfCauses, ...linksOfMending],
  })
}

/** One incident worked through in every part: a payment API whose timeout was three seconds in production only. */
export const paymentTimeout: Record<'ja' | 'en', BoardSnapshot> = {
  ja: board(ja, preparing.ja),
  en: board(en, preparing.en),
}
