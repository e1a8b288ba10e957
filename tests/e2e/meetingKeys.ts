import { expect } from 'vitest'
import { id, soon, untilIn } from './roundSteps.ts'
import type { Person, Stage } from './stage.ts'

/** Hands on a keyboard: every press is counted, and no pointer is ever used. */
export interface Hands {
  readonly person: Person
  /** Presses so far; a character typed is one. */
  presses(): number
  press(key: string): Promise<void>
  type(text: string): Promise<void>
  /** Opens the palette, types a part of a name, takes what is first. */
  act(name: string): Promise<void>
  /** Goes to a thing by its words. */
  go(words: string): Promise<void>
  /** Tab until this has the focus. */
  tabTo(testId: string, key?: 'Tab' | 'Shift+Tab'): Promise<void>
}

const mostTabs = 60

export function handsOf(person: Person): Hands {
  const { page } = person
  let count = 0
  const press = async (key: string): Promise<void> => {
    count += 1
    await page.keyboard.press(key)
  }
  const type = async (text: string): Promise<void> => {
    count += [...text].length
    await page.keyboard.insertText(text)
  }
  const inPalette = async (typed: string, group: RegExp | null): Promise<void> => {
    await press('ControlOrMeta+k')
    await id(person, 'palette-input').and(page.locator(':focus')).waitFor()
    await type(typed)
    const first = page.locator('.k-palette-list [role=menuitem]').first()
    await first.filter({ hasText: group ?? typed }).waitFor()
    await press('Enter')
    await id(person, 'palette-input').waitFor({ state: 'detached' })
  }
  return {
    person,
    presses: () => count,
    press,
    type,
    act: (name) => inPalette(name, null),
    go: (words) => inPalette(words, null),
    async tabTo(testId, key = 'Tab') {
      const at = (): Promise<string | null> =>
        page.evaluate(
          () => document.activeElement?.closest('[data-testid]')?.getAttribute('data-testid') ?? null,
        )
      for (let tabs = 0; tabs < mostTabs; tabs++) {
        if ((await at()) === testId) return
        await press(key)
      }
      throw new Error(`${person.name} cannot reach ${testId} by ${key}`)
    },
  }
}

/** The team is at this step, as everybody is told. */
export async function teamAt(people: readonly Hands[], n: number): Promise<void> {
  for (const { person } of people)
    await expect
      .poll(() => id(person, 'team-step').textContent(), soon)
      .toMatch(new RegExp(`[^\\d]${n}[^\\d]`))
}

/** A picture of what has come to rest. */
export async function still(stage: Stage, { person }: Hands, name: string): Promise<void> {
  if (!process.env.KINTSUGI_SHOTS) return
  await person.page.evaluate(() =>
    Promise.race([
      Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))),
      new Promise((resolve) => setTimeout(resolve, 1500)),
    ]),
  )
  await stage.picture(person, name)
}

/** Acknowledges the ground rules, which are open by themselves at somebody's first visit. */
export async function acknowledge(stage: Stage, hands: Hands, name: string): Promise<void> {
  const { person } = hands
  await id(person, 'ground-rules').waitFor()
  await still(stage, hands, `meeting-0-rules-${person.name}`)
  await hands.act(name)
  await id(person, 'rules-acknowledge').and(person.page.locator(':focus')).waitFor()
  await hands.press('Enter')
  await id(person, 'ground-rules').waitFor({ state: 'detached' })
}
/** Keep, Problem, Try. */
type Column = 0 | 1 | 2

async function intoComposer(hands: Hands, column: Column): Promise<void> {
  const { person } = hands
  await hands.press('t')
  await id(person, 'round-text').and(person.page.locator(':focus')).waitFor()
  if (column > 0) {
    await hands.press('Shift+Tab')
    for (let i = 0; i < column; i++) await hands.press('ArrowRight')
    await hands.tabTo('round-text')
  }
}
/** A note in the round; the column by the arrows of its choice. */
export async function writeInRound(hands: Hands, column: Column, text: string): Promise<void> {
  const { person } = hands
  await intoComposer(hands, column)
  await hands.type(text)
  await hands.press('ControlOrMeta+Enter')
  await untilIn(person, text)
  await hands.press('Escape')
}

/** The same with an input method: what is being composed is no note yet. */
export async function composeInRound(
  hands: Hands,
  column: Column,
  readings: readonly string[],
  text: string,
  look: () => Promise<void>,
): Promise<void> {
  const { person } = hands
  const ime = await person.context.newCDPSession(person.page)
  await intoComposer(hands, column)
  for (const reading of readings)
    await ime.send('Input.imeSetComposition', {
      text: reading,
      selectionStart: reading.length,
      selectionEnd: reading.length,
    })
  await hands.press('ControlOrMeta+Enter')
  await ime.send('Input.insertText', { text })
  expect(await id(person, 'own-note').count()).toBe(0)
  await look()
  await hands.press('ControlOrMeta+Enter')
  await untilIn(person, text)
  await hands.press('Escape')
}
/** The facilitator's dialog, and one of its buttons. */
export async function inRoundDialog(hands: Hands, button: string, look?: () => Promise<void>): Promise<void> {
  await hands.press('Shift+T')
  await id(hands.person, button).waitFor()
  await look?.()
  await hands.tabTo(button)
  await hands.press('Enter')
}
