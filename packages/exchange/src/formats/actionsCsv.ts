import { plainTextOf } from '@kintsugi/model'
import { writeCsv } from './csv.ts'
import type { Format } from './format.ts'

/** One row an action, with the causes it answers in words. */
export const actionsCsv = {
  name: 'actionsCsv',
  mediaType: 'text/csv',
  extension: 'csv',
  write({ actions, causes, links }, { words: t }) {
    const columns = [
      'action',
      'aim',
      'term',
      'assignee',
      'due',
      'priority',
      'status',
      'doneWhen',
      'ticket',
      'answers',
    ] as const
    const answered = (id: string): string =>
      causes
        .filter((cause) =>
          links.some(({ kind, from, to }) => kind === 'answers' && from === id && to === cause.id),
        )
        .map(({ text }) => plainTextOf(text))
        .join('\n')
    const rows = actions.map((action) => [
      plainTextOf(action.text),
      action.aim ? t(`terms.actionAim.${action.aim}`) : '',
      t(`terms.actionTerm.${action.permanent ? 'permanent' : 'interim'}`),
      action.assignee,
      action.due ?? '',
      action.priority ? t(`terms.actionPriority.${action.priority}`) : '',
      t(`terms.actionStatus.${action.status}`),
      action.doneWhen,
      action.ticket,
      answered(action.id),
    ])
    return writeCsv([columns.map((name) => t(`documents.column.${name}`)), ...rows])
  },
} satisfies Format
