import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postmortemText } from './postmortem.ts'
import { openStage, type Person, type Stage } from './stage.ts'
import { boardOf, importOverRest, stored } from './steps.ts'

/** The board as documents: looked at, copied, kept, and the report that people send. */
describe('documents', () => {
  let stage: Stage
  let aki: Person
  beforeAll(async () => {
    stage = await openStage()
    aki = await boardOf(stage, 'Aki', { language: 'ja' })
    await aki.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await importOverRest(aki, postmortemText)
    await aki.page.getByText('監視が 5xx の急増を検知').first().waitFor()
  })
  afterAll(() => stage.close())

  const command = async ({ page }: Person, name: string): Promise<void> => {
    await page.locator('header button:has(svg.lucide-menu)').first().click()
    await page.getByRole('menuitem', { name }).first().click()
  }
  const clipboard = ({ page }: Person): Promise<string> =>
    page.evaluate('navigator.clipboard.readText()') as Promise<string>

  test('[WB71] every format is previewed, copied and kept', async () => {
    const { page } = aki
    await command(aki, '書き出す')
    const preview = page.getByTestId('document-preview')
    await preview.filter({ hasText: '## タイムライン' }).waitFor()
    await stage.picture(aki, 'export-markdown')
    await page.getByTestId('document-copy').click()
    await expect.poll(() => clipboard(aki)).toContain('## タイムライン')
    const download = page.waitForEvent('download')
    await page.getByTestId('document-download').click()
    expect((await download).suggestedFilename()).toMatch(/\.md$/)

    const choose = async (name: string): Promise<void> => {
      await page.getByTestId('document-format').getByRole('button').click()
      await page.getByRole('option', { name }).click()
    }
    await choose('書式付きテキスト')
    await page.locator('.k-doc-rich table').first().waitFor()
    await stage.picture(aki, 'export-rich')
    await page.getByTestId('document-copy').click()
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const [item] = await navigator.clipboard.read()
          return item ? (await item.getType('text/html')).text() : ''
        }),
      )
      .toContain('<table')
    await choose('タイムライン (CSV)')
    await preview.filter({ hasText: '時刻 (Asia/Tokyo)' }).waitFor()
    // The list of formats goes first: it would take the key for itself.
    await page.locator('.k-popover').waitFor({ state: 'detached' })
    await page.getByRole('dialog').press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('[WB72] a text of the report is rewritten, undone, and follows the board again', async () => {
    const { page } = aki
    await command(aki, '障害報告書')
    const cause = page.getByTestId('report-cause')
    await cause.waitFor()
    await stage.picture(aki, 'report')
    const derived = await cause.inputValue()
    expect(derived.length).toBeGreaterThan(4)
    await cause.fill('接続プールの設定に不備がありました。')
    await page.getByTestId('report-to').fill('株式会社青空')
    await page.getByTestId('report-to').press('Enter')
    await page.getByTestId('document-preview').filter({ hasText: '接続プールの設定に不備' }).waitFor()
    await page.getByTestId('document-preview').filter({ hasText: '株式会社青空 御中' }).waitFor()
    await expect
      .poll(async () => (await stored(aki)).incident.reportFinal.cause)
      .toBe('接続プールの設定に不備がありました。')
    await stage.picture(aki, 'report-own')
    await page.getByTestId('report-reset-cause').click()
    await expect.poll(async () => (await stored(aki)).incident.reportFinal.cause).toBe(null)
    expect(await cause.inputValue()).toBe(derived)

    await page.getByTestId('report-as-of').fill('いつか')
    await page.getByTestId('report-as-of').press('Enter')
    await page.getByText('2026-04-18 22:30 の形で').waitFor()
    expect(stage.faults()).toEqual([])
  })
})
