import { readFile } from 'node:fs/promises'
import type { BoardSnapshot, TimelineEntry } from '@kintsugi/model'
import { boardSnapshotSchema, plainTextOf } from '@kintsugi/model'
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { Person } from './stage.ts'
import { boardIdOf } from './steps.ts'

/** What people bring to a board, and what then stands on it. */
const board = ({ page }: Person): Locator => page.locator('.k-canvas-area, .k-outline')

/** On the board itself, where nobody writes: the dialog opens with it. */
export async function pasteOnBoard(person: Person, text: string): Promise<void> {
  const { page, context } = person
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await board(person).focus()
  await page.keyboard.press('ControlOrMeta+v')
  await page.getByTestId('import-rows').waitFor()
}

/** As a file manager drops a file: first dragged over, then let go. */
export async function dropOn(
  place: Locator,
  { name, content }: { name: string; content: string | Uint8Array },
): Promise<void> {
  const bytes = Buffer.from(content).toString('base64')
  const transfer = await place.page().evaluateHandle(
    ([fileName, base64]) => {
      const data = new DataTransfer()
      const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      data.items.add(new File([raw], fileName))
      return data
    },
    [name, bytes] as const,
  )
  for (const type of ['dragenter', 'dragover', 'drop'])
    await place.dispatchEvent(type, { dataTransfer: transfer })
}
export async function dropOnBoard(
  person: Person,
  file: { name: string; content: string | Uint8Array },
): Promise<void> {
  await dropOn(board(person), file)
  await person.page.getByTestId('import-rows').waitFor()
}

/** A row of the preview. */
export const option = ({ page }: Person, text: string): Locator =>
  page.getByRole('option').filter({ hasText: text })
/** So many of a status; 0 where there is no such filter. */
export async function untilRows(
  { page }: Person,
  status: 'new' | 'duplicate' | 'unreadable',
  count: number,
): Promise<void> {
  const chip = page.getByTestId(`import-filter-${status}`)
  const shown = async (): Promise<number> =>
    (await chip.count()) === 0 ? 0 : Number(/\d+$/.exec((await chip.textContent()) ?? '')?.[0])
  await expect.poll(shown, { timeout: 30_000, interval: 50, message: status }).toBe(count)
}
export async function sayZone({ page }: Person, zone: string): Promise<void> {
  const field = page.getByTestId('import-zone')
  await field.fill(zone)
  await field.press('Enter')
}
export async function takeIn({ page }: Person): Promise<void> {
  await page.getByTestId('import-commit').click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Esc in the dialog: on a slow machine its focus may just be on its way back from a control that went. */
export async function closeDialog({ page }: Person): Promise<void> {
  // A list that is still on its way out is a dialog too.
  await page.locator('.k-popover').waitFor({ state: 'detached' })
  await page.getByRole('dialog').press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

export const wordsOf = ({ text }: TimelineEntry): string => plainTextOf(text)

/** An entry as the export tells it, however the objects are ordered. */
export function told({ timeline }: BoardSnapshot): string[] {
  return timeline.map((entry) => `${entry.at} ${wordsOf(entry)} ${entry.actor} ${entry.id}`).toSorted()
}

/** A document of the board as this browser has it: written and downloaded by its own export dialog. */
export async function ownDocument(
  person: Person,
  format: string,
  says: string,
): Promise<{ name: string; text: string }> {
  const { page } = person
  await chooseAct(person, 'palette', 'exportDocument')
  await page.getByTestId('document-format').getByRole('button').click()
  await page.getByRole('option', { name: format, exact: true }).click()
  await page.getByTestId('document-preview').filter({ hasText: says }).waitFor()
  const document = await downloaded(person)
  await closeDialog(person)
  return document
}
export async function downloaded({ page }: Person): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent('download')
  await page.getByTestId('document-download').click()
  const download = await downloading
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}
/** All of the board as this browser has it. */
export async function ownJson(person: Person): Promise<BoardSnapshot> {
  const { name, text } = await ownDocument(person, 'JSON', '"kintsugi.board/1"')
  expect(name).toMatch(/\.json$/)
  return boardSnapshotSchema.parse(JSON.parse(text))
}

const acts = {
  exportDocument: { ja: '書き出す', en: 'Export' },
  incidentReport: { ja: '障害報告書', en: 'Incident report' },
} as const
export type Act = keyof typeof acts

/** An act by its name, from the menu or typed into the palette. */
export async function chooseAct({ page }: Person, by: 'menu' | 'palette', act: Act): Promise<void> {
  const language = (await page.evaluate(() => document.documentElement.lang)) === 'ja' ? 'ja' : 'en'
  const name = acts[act][language]
  if (by === 'menu') {
    await page.getByTestId('board-menu').click()
    await page.getByRole('menuitem', { name }).first().click()
    return
  }
  await page.keyboard.press('ControlOrMeta+k')
  const field = page.getByTestId('palette-input')
  await field.fill(name)
  await page.getByRole('menuitem', { name }).first().waitFor()
  await field.press('Enter')
  await field.waitFor({ state: 'detached' })
}

/** The server's own JSON of the board, as anybody can have it over REST. */
export async function exported(person: Person, boardId = boardIdOf(person)): Promise<BoardSnapshot> {
  const answer = await person.page.request.get(`/api/boards/${boardId}/export/json`)
  expect(answer.status()).toBe(200)
  return boardSnapshotSchema.parse(await answer.json())
}
