import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStage, type Person, type Stage } from './stage.ts'
import { add, allSee, boardIdOf, boardOf, closeDialog, untilSave } from './steps.ts'

/** What is wrong is said in a sentence that names the limit or the place; the board goes on. */
describe('wrong input', () => {
  let stage: Stage
  let aki: Person

  beforeAll(async () => {
    stage = await openStage()
    aki = await boardOf(stage, 'Aki')
  })
  afterAll(() => stage.close())

  const trouble = () => aki.page.getByRole('dialog').getByRole('alert')

  test.each([
    ['en', 'There is no board with this address. Check that the link was copied whole.'],
    ['ja', 'このアドレスのボードは見つかりません。リンクが途中で切れていないかご確認ください。'],
  ] as const)('an address without a board (%s)', async (language, sentence) => {
    const lost = await stage.person('Lost', { language })
    lost.expectStatus(404)
    await lost.page.goto(`/b/${'A'.repeat(22)}`)
    await lost.page.getByRole('heading', { name: sentence }).waitFor()
    await lost.page.getByRole('button', { name: language === 'ja' ? 'ホームへ' : 'Home' }).click()
    await lost.page.getByTestId('board-card').waitFor()
    await lost.context.close()
  })

  test('an address that was cut off', async () => {
    const lost = await stage.person('Lost')
    lost.expectStatus(404)
    await lost.page.goto('/b/tooShort')
    await lost.page.getByText('The link may have been cut off on its way here.').waitFor()
    await lost.context.close()
  })

  test('a paste of 50 MB into the import dialog is refused by its size, and the page goes on', async () => {
    const { page } = aki
    await page.getByTestId('import').click()
    const field = page.getByTestId('import-text')
    await aki.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate(() =>
      navigator.clipboard.writeText('| 2026-03-14 21:47 | alert |\n'.repeat(1_800_000)),
    )
    await field.focus()
    await page.keyboard.press('ControlOrMeta+v')
    await trouble().filter({ hasText: 'at most 10.0 MB can be imported at once' }).waitFor()
    expect(await trouble().textContent()).toContain('52.2 MB')
    expect(await field.inputValue()).toBe('')
    expect(await page.getByTestId('import-preview').isDisabled()).toBe(true)
    await field.fill('small')
    expect(await page.getByTestId('import-preview').isDisabled()).toBe(false)
    await expect.poll(() => trouble().count()).toBe(0)
    await closeDialog(page)
  })

  test('a file too big, a file that is no text', async () => {
    const { page } = aki
    await page.getByTestId('import').click()
    const file = page.getByTestId('import-file')
    const big = Buffer.alloc(11_000_000, 'a line\n')
    await file.setInputFiles({ name: 'log.txt', mimeType: 'text/plain', buffer: big })
    await trouble().filter({ hasText: 'The file has 11.0 MB; at most 10.0 MB' }).waitFor()
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0xfe])
    await file.setInputFiles({ name: 'notes.md', mimeType: 'text/markdown', buffer: picture })
    await trouble().filter({ hasText: 'This file is not text.' }).waitFor()
    expect(await page.getByTestId('import-held').textContent()).toContain('notes.md')
    await page.getByRole('button', { name: 'Take something else' }).click()
    expect(await page.getByTestId('import-text').inputValue()).toBe('')
    await closeDialog(page)
  })

  test('a text without times names the lines that could not be placed', async () => {
    const { page } = aki
    await page.getByTestId('import').click()
    await page
      .getByTestId('import-text')
      .fill('# Outage\n\n## Timeline\n\n- first the alarm\n- 21:47 somebody noticed\n- then it was over\n')
    await page.getByTestId('import-preview').click()
    const problems = page.getByRole('dialog').getByRole('note')
    await problems.waitFor()
    const said = (await problems.textContent()) ?? ''
    expect(said).toContain('Line 6')
    expect(said).toContain('“21:47” has no date, and none stands before it.')
    await stage.picture(aki, 'import-problems')
    await closeDialog(page)
  })

  test('over REST too: who writes must be told', async () => {
    const answer = await aki.page.request.post(`/api/boards/${boardIdOf(aki)}/import`, {
      headers: { 'X-Kintsugi-Guest': 'nobody' },
      data: { text: 'x' },
    })
    expect(answer.status()).toBe(400)
    expect(await answer.json()).toMatchObject({ problem: { code: 'guestUnreadable' } })
  })

  test('after all that the board takes work and saves it', async () => {
    await add(aki, 'note', 'Still here')
    await untilSave(aki, 'saved')
    await allSee([aki], ['kptNotes keep Still here'])
    expect(stage.faults()).toEqual([])
  })
})
