import type { PracticeStep } from '../src/practice.ts'

interface PreparingWords {
  guide: {
    name: string
    departments: string[]
    prompts: { summary: string; impact: string; lessons: string }
  }
  checklist: [step: PracticeStep, name: string][]
}

/** What the team prepared by: the template it took, and its checklist. */
export const preparing: Record<'ja' | 'en', PreparingWords> = {
  ja: {
    guide: {
      name: '重大障害（SEV1）',
      departments: ['決済', '基盤', 'SRE', 'サポート', '営業', '品質保証'],
      prompts: {
        summary: 'その場にいなかった人にも分かる 5 文以内で。',
        impact: '影響を受けた取引の数と、始まりと終わりの時刻。',
        lessons: 'ほかのチームが明日から使える学びを。',
      },
    },
    checklist: [
      ['owner', '要約と影響を会議の前に書いた'],
      ['owner', 'チャットとアラートを取り込んだ'],
      ['participants', 'サポートと営業から、お客様にどう見えていたかを話せる人を呼んだ'],
      ['timeline', '検知より前から書き始めた'],
      ['kpt', '暫定対策に期限を付け、恒久対策を並べた'],
    ],
  },
  en: {
    guide: {
      name: 'Major outage (SEV1)',
      departments: ['Payments', 'Platform', 'SRE', 'Support', 'Sales', 'QA'],
      prompts: {
        summary: 'Five sentences at most, for somebody who was not there.',
        impact: 'How many payments were affected, and when it began and ended.',
        lessons: 'What can another team use tomorrow?',
      },
    },
    checklist: [
      ['owner', 'Summary and impact are written before the meeting'],
      ['owner', 'Chat and alerts are brought in'],
      ['participants', 'Support and sales send somebody who can tell what customers saw'],
      ['timeline', 'It starts before detection'],
      ['kpt', 'Interim measures have an end date, with the permanent one beside them'],
    ],
  },
}
