import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDialog, dropOn, dropOnBoard, exported, option, takeIn, untilRows, wordsOf } from './bringing.ts'
import { openStage, type Person, type Stage } from './stage.ts'
import { boardOf, untilSave } from './steps.ts'

/** As a monitoring tool writes it: no line of names, the role before the words. */
const unnamed = `1,2026-04-18 21:47,基盤,設定 #1842 を本番へ反映,https://example.com/deploys/1842
2,2026-04-18 21:52,監視,成功率が 80% を下回った,javascript:alert(document.domain)
3,2026-04-18 22:45,当番,差し戻しが完了,https://example.com/deploys/1843
`
/** 「時刻,出来事」「2026-04-18 21:47,障害を検知」「2026-04-18 22:10,復旧」 in Shift_JIS, as Excel saves a CSV in Japan. */
const shiftJis = Buffer.from(
  '8e9e8d8f2c8f6f97888e960d0a323032362d30342d31382032313a34372c8fe18a5182f08c9f926d0d0a' +
    '323032362d30342d31382032323a31302c959c8b8c0d0a',
  'hex',
)

describe('a table', () => {
  let stage: Stage
  let aki: Person
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.close())

  const column = ({ page }: Person, nth: number) => page.getByTestId(`import-column-${nth}`)
  async function map(person: Person, nth: number, role: string): Promise<void> {
    await column(person, nth).getByRole('button').click()
    await person.page.getByRole('listbox').getByRole('option', { name: role, exact: true }).click()
    await person.page
      .getByRole('listbox')
      .getByRole('option', { name: role, exact: true })
      .waitFor({ state: 'detached' })
  }
  test('without names, dropped on the board: its columns are said, and it is read anew at once', async () => {
    aki = await boardOf(stage, 'Aki', { language: 'ja' })
    await dropOnBoard(aki, { name: 'monitor.csv', content: unnamed })
    await untilRows(aki, 'new', 3)
    await stage.picture(aki, 'table-unnamed-ja')
    expect(await aki.page.getByTestId('import-columns').getByRole('listitem').count()).toBe(5)
    expect(await column(aki, 1).textContent()).toContain('時刻')
    await map(aki, 2, '役割')
    await map(aki, 3, '出来事')
    await map(aki, 4, '根拠（リンク）')
    await option(aki, '設定 #1842').waitFor()
    expect(await option(aki, '設定 #1842').textContent()).toContain('21:47')
    // Told, with its line, and why it is not taken.
    const notes = aki.page.getByTestId('import-notes')
    await notes.locator('summary').click()
    await notes
      .getByRole('listitem')
      .filter({ hasText: /2 行目.*javascript:alert/ })
      .waitFor()
    await stage.picture(aki, 'table-mapped-ja')
    await takeIn(aki)
    await untilSave(aki, 'saved', 30_000)
    const { timeline } = await exported(aki)
    expect(
      timeline.map((entry) => [entry.at, wordsOf(entry), entry.actor, entry.evidence.map(({ url }) => url)]),
    ).toEqual([
      ['2026-04-18T12:47:00Z', '設定 #1842 を本番へ反映', '基盤', ['https://example.com/deploys/1842']],
      ['2026-04-18T12:52:00Z', '成功率が 80% を下回った', '監視', []],
      ['2026-04-18T13:45:00Z', '差し戻しが完了', '当番', ['https://example.com/deploys/1843']],
    ])
    // It stays in what was imported, as words.
    expect(timeline[1]?.source?.original).toContain('javascript:alert')
    expect(await aki.page.locator('a[href^="javascript:"]').count()).toBe(0)
  })

  test('in Shift_JIS, dropped on the dialog: read as it was written', async () => {
    const { page } = aki
    await page.getByTestId('import').click()
    await dropOn(page.locator('.k-drop'), { name: '障害記録.csv', content: shiftJis })
    await untilRows(aki, 'new', 2)
    expect(await option(aki, '障害を検知').textContent()).toContain('21:47')
    expect(await option(aki, '復旧').textContent()).toContain('22:10')
    await closeDialog(aki)
    expect((await exported(aki)).timeline).toHaveLength(3)
  })

  test('of 200 columns: those it knows are read, the rest is named, and the dialog stays usable', async () => {
    const { page } = aki
    const names = Array.from({ length: 198 }, (_, n) => `metric ${n}`)
    const rows = Array.from({ length: 50 }, (_, n) =>
      [`2026-04-18 23:${String(n).padStart(2, '0')}`, `measured ${n}`, ...names.map((_, i) => i * n)].join(
        ',',
      ),
    )
    await dropOnBoard(aki, {
      name: 'wide.csv',
      content: [`time,event,${names.join(',')}`, ...rows].join('\n'),
    })
    await untilRows(aki, 'new', 50)
    expect(await page.getByTestId('import-columns').getByRole('listitem').count()).toBe(200)
    await expect
      .poll(() => page.getByTestId('import-notes').or(page.getByTestId('import-lost')).allTextContents())
      .toEqual([expect.stringContaining('198')])
    await stage.picture(aki, 'table-wide-ja')
    const reach = await page.getByRole('dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)
    expect(reach).toBeLessThanOrEqual(0)
    await map(aki, 199, '種類')
    await option(aki, 'measured 0').waitFor()
    await takeIn(aki)
    await expect.poll(async () => (await exported(aki)).timeline.length).toBe(53)
    expect(stage.faults()).toEqual([])
  })
})
