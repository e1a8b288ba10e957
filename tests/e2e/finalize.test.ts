import { createHash } from 'node:crypto'
import { postmortemSchema, revisionDocumentSchema, verificationSchema } from '@kintsugi/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postmortemText } from './postmortem.ts'
import { openStage, type Person, type Stage } from './stage.ts'
import {
  add,
  boardIdOf,
  boardOf,
  guestHeaderOf,
  importOverRest,
  item,
  joinBoard,
  onBoard,
  openText,
  toast,
  untilSave,
} from './steps.ts'

/** From the living board to a page that anyone can read and check, and on to the next revision. */
describe('finalize', () => {
  let stage: Stage
  let aki: Person
  let ben: Person
  let first = ''

  beforeAll(async () => {
    stage = await openStage()
    aki = await boardOf(stage, 'Aki')
    ben = await joinBoard(stage, aki, 'Ben', { language: 'ja' })
  })
  afterAll(() => stage.close())

  const revision = async (n: number) => {
    const answer = await aki.page.request.get(`/api/postmortems/${boardIdOf(aki)}/revisions/${n}`)
    const bytes = await answer.body()
    return {
      hash: createHash('sha256').update(bytes).digest('hex'),
      document: revisionDocumentSchema.parse(JSON.parse(bytes.toString('utf8'))),
    }
  }
  async function finalize(person: Person, number: number, as?: string): Promise<string> {
    const { page } = person
    await page.getByTestId('finalize').click()
    await page.getByTestId('findings').waitFor()
    if (as) await page.getByTestId('finalized-by').fill(as)
    await page.getByTestId('finalize-now').click()
    await page.getByRole('heading', { name: `Revision ${number} is final` }).waitFor()
    return ((await page.getByTestId('finalized').locator('code').textContent()) ?? '').replaceAll(' ', '')
  }

  test('an import, a note, an action that answers a cause: something to finalize', async () => {
    await importOverRest(aki, postmortemText)
    await add(aki, 'note', 'The rollback took two minutes')
    await item(ben, 'プール使用率のアラートを追加する').click()
    await ben.page.getByRole('group', { name: 'ねらい' }).getByText('検知').click()
    await ben.page.getByRole('checkbox', { name: '接続プールの上限が既定値のままだった' }).check()
    await untilSave(ben, 'saved')
  })

  test('a name is changed while writing: others see it at once, and no text is lost', async () => {
    const { page } = aki
    await page.getByTestId('settings').click()
    await page.getByRole('menuitem', { name: 'Aki' }).click()
    await page.getByTestId('own-name').fill('Aki Sato')
    await page.getByTestId('own-name').press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await ben.page.getByTestId('avatars').getByText('Aki Sato', { exact: true }).waitFor()
    await add(aki, 'note', 'Written under the new name')
    await item(ben, 'Written under the new name').waitFor()
    await untilSave(aki, 'saved')
  })

  test('finalized by one, the board takes nothing more from either', async () => {
    first = await finalize(aki, 1)
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    await stage.picture(aki, 'finalized')
    await aki.page.getByRole('button', { name: 'Close', exact: true }).click()
    for (const { page } of [aki, ben]) {
      await page.getByTestId('final-banner').waitFor()
      expect(await page.getByTestId('finalize').count()).toBe(0)
      for (const thing of ['note', 'event', 'cause', 'action'])
        expect(await page.getByTestId(`tool-${thing}`).isDisabled()).toBe(true)
      const cards = await page.locator('[data-item]').count()
      await page.getByTestId('canvas').hover({ position: { x: 20, y: 20 } })
      for (const key of ['n', 'e', 'c', 'a']) await page.keyboard.press(key)
      await page.locator('[data-item]').filter({ hasText: 'v2.4' }).click()
      await page.keyboard.press('Delete')
      await page.locator('[data-item]').filter({ hasText: 'v2.4' }).dblclick()
      expect(await page.getByTestId('floating-editor').count()).toBe(0)
      expect(await page.locator('[data-item]').count()).toBe(cards)
      expect(await page.getByTestId('title').isEditable()).toBe(false)
    }
    // Not only the client holds back.
    const answer = await aki.page.request.post(`/api/boards/${boardIdOf(aki)}/import`, {
      headers: guestHeaderOf('Automation'),
      data: { text: postmortemText },
    })
    expect(answer.status()).toBe(409)
    expect(await answer.json()).toMatchObject({ problem: { code: 'boardFinal' } })
  })

  test.each(['ja', 'en'] as const)('the read page (%s) is complete without script', async (language) => {
    const reader = await stage.person('Reader', { language, javaScript: false })
    const { page } = reader
    await page.goto(`/p/${boardIdOf(aki)}`)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('script').count()).toBe(0)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('決済 API が 38 分間')
    const sections =
      language === 'ja'
        ? ['タイムライン', 'なぜ起こり得たか', 'KPT', '対策']
        : ['Timeline', 'Why it could happen', 'Keep, problem, try', 'Actions']
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents()
    for (const section of sections) expect(headings.join('\n')).toContain(section)

    const timeline = page.getByRole('table').filter({ hasText: '監視が 5xx の急増を検知' })
    expect(await timeline.locator('tbody tr').count()).toBe(4)
    expect(await timeline.locator('tbody tr').nth(1).textContent()).toContain('21:47')
    const actions = page.getByRole('table').filter({ hasText: 'プール使用率のアラートを追加する' })
    expect(await actions.locator('tbody').count()).toBeGreaterThan(0)
    await page.getByText('The rollback took two minutes').first().waitFor()

    // Each picture has a name, a description, and stands a second time in words.
    const figures = page.locator('svg[role=img]')
    expect(await figures.count()).toBe(2)
    for (const figure of await figures.all()) {
      expect((await figure.locator('title').first().textContent())?.length).toBeGreaterThan(3)
      expect((await figure.locator('desc').first().textContent())?.length).toBeGreaterThan(20)
    }
    const words = page.locator('.causal-list')
    expect(await words.textContent()).toContain('負荷試験が本番と違う接続数で行われていた')
    expect(await page.locator('#verification code.hash').first().textContent()).toBe(first)
    await stage.picture(reader, `read-${language}`)
    await reader.context.close()
  })

  test('what is stored is what was hashed', async () => {
    const { hash, document } = await revision(1)
    expect(hash).toBe(first)
    expect(document).toMatchObject({ number: 1, previousHash: null, finalizedBy: 'Aki Sato' })
    expect(document.snapshot.timeline).toHaveLength(4)
    const verify = `/api/postmortems/${boardIdOf(aki)}/revisions/1/verify`
    const verdict = verificationSchema.parse(await (await aki.page.request.get(verify)).json())
    expect(verdict).toEqual({ valid: true, storedHash: first, computedHash: first })
  })

  test('home lists it with what is mended', async () => {
    const guest = await stage.person('Guest')
    await guest.page.goto('/')
    const card = guest.page.getByTestId('postmortem-card')
    await card.getByText('Mended 25%').waitFor()
    expect(await card.textContent()).toContain('Revision 1')
    expect(await guest.page.getByTestId('board-card').count()).toBe(0)
    await guest.context.close()
  })

  test('reopened and changed, it becomes revision 2, which names the hash of 1; 1 stays as it was', async () => {
    await ben.page.getByTestId('reopen').click()
    await toast(ben, 'ボードを再開しました').waitFor()
    for (const { page } of [aki, ben]) await page.getByTestId('final-banner').waitFor({ state: 'detached' })
    await openText(aki, item(aki, 'The rollback took two minutes'))
    await aki.page.keyboard.type(', thanks to the runbook')
    await aki.page.keyboard.press('Escape')
    await item(ben, 'thanks to the runbook').waitFor()
    await untilSave(aki, 'saved')

    const second = await finalize(aki, 2, '佐藤 亜紀')
    const { hash, document } = await revision(2)
    expect(hash).toBe(second)
    expect(second).not.toBe(first)
    expect(document.previousHash).toBe(first)
    expect(document.finalizedBy).toBe('佐藤 亜紀')
    expect(JSON.stringify(document.snapshot.kptNotes)).toContain('thanks to the runbook')
    expect((await revision(1)).hash).toBe(first)
    const list = await aki.page.request.get(`/api/postmortems/${boardIdOf(aki)}`)
    const { latest, revisions } = postmortemSchema.parse(await list.json())
    expect(latest.number).toBe(2)
    expect(revisions.map((card) => card.number)).toEqual([2, 1])

    await aki.page.getByTestId('read-link').click()
    await aki.page.locator('#verification').waitFor()
    expect(await aki.page.locator('#verification code.hash').allTextContents()).toEqual([second, first])
    await aki.page.goBack()
    await onBoard(aki)
    await aki.page.getByTestId('final-banner').waitFor()
    expect(stage.faults()).toEqual([])
  })
})
