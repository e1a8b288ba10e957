import type { BoardSnapshot } from '@kintsugi/model'
import { boardSnapshotSchema } from '@kintsugi/model'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Person, PersonOptions, Stage } from './stage.ts'

/** What people do on a board, by the gestures they do it with, and what they then see. */
export type Thing = 'event' | 'cause' | 'note' | 'action' | 'free'
export type SaveKind = 'saved' | 'saving' | 'offline' | 'unsaved'

/** Roomy enough that a small board is in sight as a whole below the six steps, every item as a card. */
const roomy = { width: 1600, height: 1080 }

export async function boardOf(stage: Stage, name: string, options: PersonOptions = {}): Promise<Person> {
  const person = await stage.person(name, { ...roomy, ...options })
  await person.page.goto('/')
  await person.page.getByTestId('new-board').click()
  await onBoard(person)
  return person
}
/** Somebody else on the same board. */
export async function joinBoard(
  stage: Stage,
  host: Person,
  name: string,
  options: PersonOptions = {},
): Promise<Person> {
  const person = await stage.person(name, { ...roomy, ...options })
  await person.page.goto(new URL(host.page.url()).pathname)
  await onBoard(person)
  return person
}
export async function onBoard({ page }: Person): Promise<void> {
  await page.getByTestId('canvas').waitFor()
  await page.locator('.k-inspector .k-panel').waitFor()
}
export const boardIdOf = ({ page }: Person): string => new URL(page.url()).pathname.split('/')[2] ?? ''

/** Makes a thing with its button, writes in it, leaves it. */
export async function add(person: Person, thing: Thing, text: string): Promise<Locator> {
  const { page } = person
  await page.getByTestId(`tool-${thing}`).click()
  await writing(person)
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
  await editor(person).waitFor({ state: 'detached' })
  return item(person, text)
}
/** The text in place; there is at most one. */
export const editor = ({ page }: Person): Locator => page.getByTestId('floating-editor').getByRole('textbox')

/** The caret stands in the text in place. */
export async function writing({ page }: Person): Promise<void> {
  await page.locator('[data-testid=floating-editor] [role=textbox]:focus').waitFor()
}

/** Opens an item's text for writing, the caret at its end. */
export async function openText(person: Person, card: Locator): Promise<void> {
  await card.dblclick()
  await writing(person)
}
/** The card that shows this text. */
export const item = ({ page }: Person, text: string): Locator =>
  page.locator('[data-item]').filter({ hasText: text })
export const toast = ({ page }: Person, text: string | RegExp): Locator =>
  page.getByTestId('toast').filter({ hasText: text })

export async function saveState({ page }: Person): Promise<string | null> {
  return page.getByTestId('save-state').getAttribute('data-state')
}
export async function untilSave(person: Person, state: SaveKind, timeout = 15_000): Promise<void> {
  await expect.poll(() => saveState(person), { timeout, interval: 50 }).toBe(state)
}

/** Every card on the board as it reads, sorted: equal for two people who see the same. */
export async function picture({ page }: Person): Promise<string[]> {
  return page.locator('[data-item]').evaluateAll((cards) =>
    cards
      .map((card) => {
        const text = card.querySelector<HTMLElement>('.k-text')
        const said = text?.dataset.empty === 'true' ? '' : (text?.textContent ?? '')
        return `${card.getAttribute('data-part')} ${card.getAttribute('data-column') ?? ''} ${said.trim()}`
      })
      .toSorted(),
  )
}
/** All see the same, and it is this. */
export async function allSee(people: readonly Person[], expected: readonly string[]): Promise<void> {
  for (const person of people) {
    await expect
      .poll(() => picture(person), { timeout: 15_000, interval: 100, message: person.name })
      .toEqual([...expected].toSorted())
  }
}

/** What the server has on its disk. */
export async function stored(person: Person): Promise<BoardSnapshot> {
  const answer = await person.page.request.get(`/api/boards/${boardIdOf(person)}`)
  return boardSnapshotSchema.parse(await answer.json())
}

/**
 * Milliseconds from a gesture's last key to its appearance at somebody else: their page notes the moment it is drawn,
 * both run on one clock.
 */
export async function delayOf(
  watcher: Person,
  appears: { selector: string; text: string },
  gesture: () => Promise<void>,
): Promise<number> {
  const seen = watcher.page.evaluate(
    ({ selector, text }) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const there = [...document.querySelectorAll<HTMLElement>(selector)].some((node) =>
            (node instanceof HTMLInputElement ? node.value : (node.textContent ?? '')).includes(text),
          )
          if (there) resolve(Date.now())
          else requestAnimationFrame(look)
        }
        look()
      }),
    appears,
  )
  const begun = Date.now()
  await gesture()
  const slow = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`${watcher.name} never saw “${appears.text}”`)), 10_000).unref()
  })
  return (await Promise.race([seen, slow])) - begun
}

/** Presses, moves in steps as a hand would, releases. */
export async function drag(person: Person, from: Locator, to: Locator): Promise<void> {
  const { mouse } = person.page
  const [start, end] = [await middleOf(from), await middleOf(to)]
  await mouse.move(start.x, start.y)
  await mouse.down()
  await mouse.move(start.x + 8, start.y + 8, { steps: 4 })
  await mouse.move(end.x, end.y, { steps: 12 })
  await mouse.up()
}
async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox()
  if (!box) throw new Error('not in sight')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Somebody who writes over REST. */
export function guestHeaderOf(name: string): Record<string, string> {
  const guest = { name, deviceKey: Buffer.alloc(32, name).toString('base64url') }
  return { 'X-Kintsugi-Guest': Buffer.from(JSON.stringify(guest)).toString('base64url') }
}

/** The postmortem comes onto the board over REST, as from a program. */
export async function importOverRest(person: Person, text: string): Promise<void> {
  const answer = await person.page.request.post(`/api/boards/${boardIdOf(person)}/import`, {
    headers: guestHeaderOf('Automation'),
    data: { text, zone: 'Asia/Tokyo' },
  })
  if (answer.status() !== 201) throw new Error(`import refused: ${await answer.text()}`)
}

/** The app is on this device: its worker runs, and the build is kept whole. */
export async function untilKept({ page }: Person): Promise<void> {
  await page.waitForFunction(async () => {
    if (!navigator.serviceWorker.controller) return false
    const [store] = (await caches.keys()).filter((name) => name.startsWith('kintsugi-app/'))
    return store !== undefined && (await (await caches.open(store)).keys()).length > 20
  })
}

/**
 * Esc until it is closed: a dialog whose focused control has just gone away has its focus back two frames later only,
 * and those are long on a busy machine.
 */
export async function closeDialog(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await expect
    .poll(async () => {
      if ((await dialog.count()) > 0) await page.keyboard.press('Escape')
      return dialog.count()
    })
    .toBe(0)
}
