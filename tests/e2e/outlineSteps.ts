import type { Locator, Page } from 'playwright-core'
import type { Person } from './stage.ts'

/** What people do in the outline, and what they then see. */
export const outlineOf = ({ page }: Person): Locator => page.getByTestId('outline')
/** The row whose own text this is. */
export const rowWith = ({ page }: Person, text: string): Locator =>
  page
    .locator('[data-row]')
    .filter({ has: page.locator(':is(.k-inline-text, .k-inline-editor)').filter({ hasText: text }) })

/** The caret stands in a text of the outline. */
export async function writing({ page }: Person): Promise<void> {
  await page.locator('[data-testid=inline-editor] [role=textbox]:focus').waitFor()
}
export async function left({ page }: Person): Promise<void> {
  await page.getByTestId('inline-editor').waitFor({ state: 'detached' })
  await page.locator('[data-handle]:focus').waitFor()
}
/** A key that makes something, its words, and Esc. */
export async function make(person: Person, key: string, text: string): Promise<void> {
  const { keyboard } = person.page
  await keyboard.press(key)
  await writing(person)
  await keyboard.type(text)
  await keyboard.press('Escape')
  await left(person)
  await rowWith(person, text).waitFor()
}
/** What has the focus, as it is called. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    return (
      at?.getAttribute('aria-label') ??
      (at as HTMLInputElement)?.labels?.[0]?.textContent ??
      at?.textContent ??
      ''
    )
  })
/** Tab until something has the focus; fails where it is not to be reached. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
  most = 40,
): Promise<void> {
  const fits = (text: string): boolean => (typeof name === 'string' ? text === name : name.test(text))
  const passed: string[] = []
  for (let i = 0; i < most; i++) {
    await page.keyboard.press(key)
    const now = await focused(page)
    if (fits(now)) return
    passed.push(now)
  }
  throw new Error(`${name} cannot be reached: ${passed.join(' | ')}`)
}
