import { coverOf } from '@kintsugi/analysis'
import type { Action, Cause } from '@kintsugi/model'
import type { PhrasingContent, RootContent } from 'mdast'
import { mermaidOf } from '../mermaid.ts'
import type { Writing } from './document.ts'
import { heading, inCell, linesOf, linkTo, table, textNode, words } from './nodes.ts'

const listed = (numbers: readonly string[]): PhrasingContent[] => [textNode(numbers.join(', '))]
type Columns<T> = Record<string, (item: T) => PhrasingContent[]>

/** A table without the columns in which no row says anything. */
function tableOf<T>(
  items: readonly T[],
  columns: Columns<T>,
  titleOf: (name: string) => string,
): RootContent {
  const rows = items.map((item) => Object.values(columns).map((cell) => cell(item)))
  const says = (cell: PhrasingContent[] | undefined): boolean =>
    (cell ?? []).some((node) => node.type !== 'text' || node.value !== '')
  const shown = Object.keys(columns).flatMap((name, i) =>
    rows.some((row) => says(row[i])) ? [[name, i] as const] : [],
  )
  return table(
    shown.map(([name]) => titleOf(name)),
    rows.map((row) => shown.map(([, i]) => row[i] ?? [])),
  )
}

export function causesChapter({ snapshot, t, numbers }: Writing): RootContent[] {
  const { causes } = snapshot
  if (causes.length === 0) return []
  const { byCause } = coverOf(snapshot)
  const columns = {
    number: ({ id }) => [textNode(numbers.of(id))],
    cause: ({ text }) => inCell(text),
    kind: ({ kind }) => [textNode(t(`terms.causeKind.${kind}`))],
    layer: ({ layer }) => [textNode(layer ? t(`terms.causeLayer.${layer}`) : '')],
    certainty: ({ certainty }) => [textNode(t(`terms.causeCertainty.${certainty}`))],
    because: ({ id, operator }) => {
      const behind = numbers.linked(id, 'because', 'to')
      const all = operator === 'and' && behind.length > 1 ? ` (${t('terms.causeOperator.and')})` : ''
      return [textNode(behind.join(', ') + all)]
    },
    evidence: ({ id }) => listed(numbers.linked(id, 'evidence', 'from')),
    cover: ({ id }) => [textNode(t(`terms.cover.${byCause[id] ?? 'bare'}`))],
    acceptedRisk: ({ acceptedRisk }) => linesOf(acceptedRisk),
  } satisfies Columns<Cause>
  return [
    heading(2, t('documents.section.causes')),
    { type: 'code', lang: 'mermaid', value: mermaidOf(snapshot, numbers, t) },
    tableOf(causes, columns, (name) => t(`documents.column.${name}` as 'documents.column.cause')),
  ]
}

export function actionsChapter({ snapshot: { actions }, t, numbers }: Writing): RootContent[] {
  if (actions.length === 0) return []
  const columns = {
    number: ({ id }) => [textNode(numbers.of(id))],
    action: ({ text }) => inCell(text),
    type: ({ aim, permanent }) => {
      const term = t(`terms.actionTerm.${permanent ? 'permanent' : 'interim'}`)
      return [textNode(aim ? t('documents.typeOf', { aim: t(`terms.actionAim.${aim}`), term }) : term)]
    },
    answers: ({ id }) => listed(numbers.linked(id, 'answers', 'to')),
    assignee: ({ assignee }) => [textNode(assignee)],
    due: ({ due }) => [textNode(due ?? '')],
    priority: ({ priority }) => [textNode(priority ? t(`terms.actionPriority.${priority}`) : '')],
    doneWhen: ({ doneWhen }) => linesOf(doneWhen),
    status: ({ status }) => [textNode(t(`terms.actionStatus.${status}`))],
    ticket: ({ ticket }) => (/^https?:\/\/\S+$/i.test(ticket) ? linkTo(ticket, '') : words(ticket)),
  } satisfies Columns<Action>
  return [
    heading(2, t('documents.section.actions')),
    tableOf(actions, columns, (name) => t(`documents.column.${name}` as 'documents.column.action')),
  ]
}
