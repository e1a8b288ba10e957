import type { Locator } from 'playwright-core'
import type { Person } from './stage.ts'

/** Five browsers and a server share what the machine has. */
export const soon = { timeout: 40_000 }
export const patient = async (coming: Promise<Person>): Promise<Person> => {
  const person = await coming
  person.page.setDefaultTimeout(soon.timeout)
  return person
}
export const id = ({ page }: Person, name: string): Locator => page.getByTestId(name)

/** Opens the dialog; whoever opens the round then facilitates. */
export async function roundForm(person: Person): Promise<void> {
  await id(person, 'round-control').click()
  await id(person, 'round-form').waitFor()
  await id(person, 'round-open').waitFor()
}
/** They may write now. */
export const ready = (person: Person): Promise<void> => id(person, 'round-text').waitFor()
type Column = 'Keep' | 'Problem' | 'Try'
export async function choose(person: Person, column: Column): Promise<void> {
  await id(person, 'round-panel')
    .getByText(new RegExp(`^${column}`))
    .first()
    .click()
}
export async function write(person: Person, column: Column, text: string): Promise<void> {
  await choose(person, column)
  await id(person, 'round-text').fill(text)
  await id(person, 'round-text').press('Control+Enter')
  await own(person, text).waitFor()
}
export const own = (person: Person, text: string): Locator => id(person, 'own-note').filter({ hasText: text })
export const untilIn = (person: Person, text: string): Promise<void> =>
  own(person, text).and(person.page.locator('[data-state=hidden]')).waitFor()
/** The words of all notes as somebody sees them, by the alphabet. */
export const notesOf = ({ page }: Person): Promise<string[]> =>
  page
    .locator('[data-part=kptNotes] .k-text')
    .evaluateAll((cards) => cards.map((card) => card.textContent ?? '').toSorted())

export async function vote(person: Person, topic: string): Promise<void> {
  await id(person, 'topic').filter({ hasText: topic }).getByTestId('vote-give').click()
}
/** Votes as somebody reads them in the list, by the topic's first word. */
export async function totals(person: Person): Promise<Record<string, string>> {
  if ((await id(person, 'round-panel').getAttribute('data-folded')) === 'true')
    await id(person, 'round-fold').click()
  return person.page
    .getByTestId('topic')
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [
          (row.querySelector('.k-round-topic')?.textContent ?? '').split(' ')[0],
          /\d+/.exec(row.querySelector('[data-testid=votes-total]')?.textContent ?? '')?.[0],
        ]),
      ),
    )
}
