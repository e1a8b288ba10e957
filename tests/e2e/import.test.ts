import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postmortemEvents, postmortemItems, postmortemText } from './postmortem.ts'
import { openStage, type Person, type Stage } from './stage.ts'
import {
  add,
  allSee,
  boardIdOf,
  boardOf,
  editor,
  guestHeaderOf,
  item,
  joinBoard,
  onBoard,
  openText,
  stored,
  toast,
  untilSave,
} from './steps.ts'

/** A document comes in by the dialog or over REST, next to people who are writing. */
describe('import', () => {
  let stage: Stage
  let aki: Person
  let ben: Person

  beforeAll(async () => {
    stage = await openStage()
    aki = await boardOf(stage, 'Aki', { language: 'ja' })
    ben = await joinBoard(stage, aki, 'Ben')
  })
  afterAll(() => stage.close())

  async function look({ page }: Person, text: string): Promise<void> {
    await page.getByTestId('import').click()
    await page.getByTestId('import-text').fill(text)
    await page.getByTestId('import-preview').click()
    await page.getByTestId('import-preview-list').waitFor()
  }

  test('the preview shows what would come, and nothing is written before it is wanted', async () => {
    const { page } = aki
    await look(aki, postmortemText)
    const rows = page.getByTestId('import-row')
    await rows.filter({ hasText: '監視が 5xx の急増を検知' }).waitFor()
    expect(await rows.count()).toBe(8)
    expect(await rows.nth(1).textContent()).toContain('21:47')
    expect(await rows.nth(1).textContent()).toContain('監視が 5xx の急増を検知')
    expect(await rows.nth(2).textContent()).toContain('頃')
    // Causes and actions too, not only how many.
    await rows.filter({ hasText: '接続プールの上限が既定値のままだった' }).waitFor()
    await rows.filter({ hasText: 'プール使用率のアラートを追加する' }).waitFor()
    expect(await page.getByRole('option', { selected: true }).count()).toBe(8)
    expect(await page.getByRole('dialog').getByRole('note').count()).toBe(0)
    expect((await stored(aki)).timeline).toEqual([])
    await stage.picture(aki, 'import-preview')
  })

  test('imported, both see it; taken back from the message, it is gone at both and nothing else is', async () => {
    await add(ben, 'note', 'Ben’s own')
    await aki.page.getByRole('button', { name: '8 件を取り込む' }).click()
    await toast(aki, '8 件を取り込みました。').waitFor()
    await allSee([aki, ben], [...postmortemItems, 'kptNotes keep Ben’s own'])
    await expect.poll(() => ben.page.getByTestId('title').inputValue()).toContain('決済 API が 38 分間')

    await toast(aki, '8 件を取り込みました。').getByRole('button', { name: '元に戻す' }).click()
    await toast(aki, '取り込みを取り消しました。').waitFor()
    await allSee([aki, ben], ['kptNotes keep Ben’s own'])
  })

  test('over REST while somebody is writing: their text and the import both arrive whole', async () => {
    await openText(ben, item(ben, 'Ben’s own'))
    const typing = ben.page.keyboard.type(', still being written while it comes', { delay: 25 })
    const answer = await aki.page.request.post(`/api/boards/${boardIdOf(aki)}/import`, {
      headers: guestHeaderOf('Automation'),
      data: { text: postmortemText, fileName: '2026-03-14.md', zone: null, date: null },
    })
    expect(answer.status()).toBe(201)
    expect(await answer.json()).toMatchObject({ added: 8, duplicates: 0, problems: [] })
    await typing
    // The import did not take the caret away.
    expect(await editor(ben).textContent()).toBe('Ben’s own, still being written while it comes')
    await ben.page.keyboard.press('Escape')
    await allSee(
      [aki, ben],
      [...postmortemItems, 'kptNotes keep Ben’s own, still being written while it comes'],
    )
    const { timeline, incident } = await stored(aki)
    expect(timeline.map((entry) => entry.at)).toEqual([
      '2026-03-14T12:30:00Z',
      '2026-03-14T12:47:00Z',
      '2026-03-14T13:05:00Z',
      '2026-03-14T13:25:00Z',
    ])
    expect(incident.timeZone).toBe('Asia/Tokyo')
  })

  test('importing it again says what is there already, and brings only what is new', async () => {
    const { page } = aki
    const more = postmortemText.replace(
      '| 2026-03-14 22:25',
      '| 2026-03-14 22:10 | 顧客に第一報\n| 2026-03-14 22:25',
    )
    expect(more).not.toBe(postmortemText)
    await look(aki, postmortemText)
    // All eight are known, none is selected, and the button says why it waits.
    await page.getByTestId('import-filter-duplicate').filter({ hasText: '8' }).waitFor()
    expect(await page.getByTestId('import-selected').textContent()).toBe('8 件中 0 件を選択')
    expect(await page.getByTestId('import-commit').isDisabled()).toBe(true)
    await page.getByRole('dialog').getByText('このボードにとって新しい内容はありません。').waitFor()
    await page.getByRole('button', { name: '文章に戻る' }).click()
    expect(await page.getByTestId('import-text').inputValue()).toBe(postmortemText)
    await page.getByTestId('import-text').fill(more.replaceAll(/^- .*\n/gm, ''))
    await page.getByTestId('import-preview').click()
    await page.getByRole('button', { name: '1 件を取り込む' }).click()
    await item(ben, '顧客に第一報').waitFor()
    await allSee(
      [ben],
      [
        ...postmortemItems,
        'kptNotes keep Ben’s own, still being written while it comes',
        'timeline  顧客に第一報',
      ],
    )
    expect((await stored(aki)).timeline).toHaveLength(postmortemEvents.length + 1)
  })

  test('long after its message, what is left of an import is taken back in the incident’s panel', async () => {
    const { page } = aki
    await page.keyboard.press('Escape')
    const imports = page.getByTestId('imports')
    await imports.getByText('ボードに 8 件').waitFor()
    expect(await imports.getByRole('listitem').count()).toBe(2)
    await imports.getByRole('listitem').filter({ hasText: '8 件' }).getByTestId('import-remove').click()
    await page.getByTestId('import-remove-now').click()
    await toast(aki, '取り込みを取り消しました。').waitFor()
    await allSee(
      [aki, ben],
      ['kptNotes keep Ben’s own, still being written while it comes', 'timeline  顧客に第一報'],
    )
    await imports.getByText('ボードに 1 件').waitFor()
  })

  test('begun from home, the dialog opens once: the address that stays is the board’s own', async () => {
    const cho = await stage.person('Cho')
    await cho.page.goto('/')
    await cho.page.getByTestId('new-import').click()
    await cho.page.getByTestId('import-text').waitFor()
    expect(new URL(cho.page.url()).search).toBe('')
    await cho.page.reload()
    await onBoard(cho)
    expect(await cho.page.getByTestId('import-text').count()).toBe(0)
    await cho.context.close()
  })

  test('nothing went wrong on the way', async () => {
    await untilSave(aki, 'saved')
    await untilSave(ben, 'saved')
    await stage.picture(aki, 'import')
    expect(stage.faults()).toEqual([])
  })
})
