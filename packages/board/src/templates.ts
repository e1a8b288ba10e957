import {
  additionOf,
  addsNothing,
  rulesText,
  type TemplateAddition,
  type TemplateContent,
} from '@kintsugi/model/templates'
import { addItem, checked } from './item.ts'
import { lastRanks } from './order.ts'
import { replaceRichText } from './richText.ts'
import { type Board, incidentFragment, things } from './shape.ts'
import { incidentFields } from './slices.ts'
import { act } from './verb.ts'
import { readSnapshot } from './watch.ts'

/**
 * Fills what is empty with what the template says, and adds the points of its checklist that are not there yet; one undo
 * step. What somebody wrote stays. Returns what it added.
 */
export function applyTemplate(board: Board, template: TemplateContent): TemplateAddition {
  const addition = additionOf(template, readSnapshot(board))
  if (addsNothing(addition)) return addition
  const { severity, guide, groundRules, checklist } = addition
  const facts = { ...(severity && { severity }), ...(guide && { guide }) }
  return act(board, 'applyTemplate', () => {
    for (const [key, value] of checked(incidentFields, facts)) things(board, 'incident').set(key, value)
    if (groundRules !== '') replaceRichText(incidentFragment(board, 'groundRules'), rulesText(groundRules))
    const ranks = lastRanks(board, 'checklist', checklist.length)
    for (const [index, item] of checklist.entries()) {
      addItem(board, 'checklist', { ...item, rank: ranks[index] ?? 'a0' })
    }
    return addition
  })
}
