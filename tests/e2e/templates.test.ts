import { readFile } from 'node:fs/promises'
import { plainTextOf } from '@kintsugi/model'
import { templatesFormat } from '@kintsugi/model/templates'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStage, type Person, type Stage } from './stage.ts'
import { boardOf, guestHeaderOf, joinBoard, onBoard, stored, toast, untilSave } from './steps.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const id = ({ page }: Person, name: string) => page.getByTestId(name)
const run = async ({ page }: Person, command: string): Promise<void> => {
  await page.getByTestId('canvas').waitFor()
  await page.keyboard.press('ControlOrMeta+K')
  const field = page.getByTestId('palette-input')
  await field.fill(command)
  await page.getByRole('menuitem', { name: command, exact: true }).waitFor()
  await field.press('Enter')
}
const atHome = async (name: string, options: Parameters<Stage['person']>[1] = {}): Promise<Person> => {
  const person = await stage.person(name, options)
  await person.page.goto('/')
  await id(person, 'new-board').waitFor()
  return person
}
const downloaded = async (person: Person, press: () => Promise<void>) => {
  const downloading = person.page.waitForEvent('download')
  await press()
  const download = await downloading
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

it('three templates are there from the start, in both languages; one click still makes a plain board', async () => {
  const ito = await atHome('伊藤', { language: 'ja' })
  await id(ito, 'new-from-template').click()
  await id(ito, 'template-title').waitFor()
  await expect
    .poll(() => ito.page.locator('.k-template-card b').allTextContents())
    .toEqual(['重大障害（SEV1）', '通常のインシデント', '軽微・ヒヤリハット'])
  await stage.picture(ito, 'templates-home-ja')
  // One board, however often it is pressed.
  const made: string[] = []
  ito.page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/api/boards?')) made.push(request.url())
  })
  await id(ito, 'template-use').dblclick()
  await onBoard(ito)
  expect(made).toHaveLength(1)
  const { incident, checklist } = await stored(ito)
  expect(checklist.length).toBeGreaterThan(10)
  expect(incident).toMatchObject({ owner: '伊藤', severity: 'sev1', guide: { meetingMinutes: 90 } })
  expect(plainTextOf(incident.groundRules)).toContain('直すのは人ではなく仕組みです')
  await ito.page.getByText('その場にいなかった人にも分かる 5 文以内で').waitFor()
  await stage.picture(ito, 'templates-board-ja')

  const anna = await atHome('Anna')
  await id(anna, 'new-from-template').click()
  await id(anna, 'template-title').getByText('Major outage').waitFor()
  await anna.page.keyboard.press('Escape')
  await id(anna, 'new-board').click()
  await onBoard(anna)
  expect((await stored(anna)).checklist).toEqual([])
  expect(stage.faults()).toEqual([])
})

it('a template is made with its preview, exported, taken to another list, and changed there without loss', async () => {
  const suzuki = await atHome('鈴木', { language: 'ja', width: 1440, height: 900 })
  await id(suzuki, 'new-from-template').click()
  await id(suzuki, 'template-copy').click()
  await id(suzuki, 'template-name').fill('決済チームの障害')
  await id(suzuki, 'template-team').fill('決済')
  await id(suzuki, 'template-departments').fill('決済、サポート、加盟店営業')
  await id(suzuki, 'template-view').getByText('加盟店営業').waitFor()
  const points = id(suzuki, 'template-point')
  const before = await points.count()
  await points.last().press('Enter')
  await suzuki.page.keyboard.insertText('照合の結果を確かめた')
  expect(await points.count()).toBe(before + 1)
  await id(suzuki, 'template-view').getByText('照合の結果を確かめた').waitFor()
  await stage.picture(suzuki, 'templates-edit-ja')
  await id(suzuki, 'template-save').click()
  await id(suzuki, 'templates-done').getByText('保存しました').waitFor()
  const file = await downloaded(suzuki, () => id(suzuki, 'template-export').click())
  expect(file.name).toBe('決済チームの障害.json')
  expect(JSON.parse(file.text)).toMatchObject({ format: templatesFormat, templates: [{ team: '決済' }] })

  // Deleted and had back at once, with the keyboard.
  await id(suzuki, 'template-delete').press('Enter')
  await id(suzuki, 'template-undo').press('Enter')
  await id(suzuki, 'templates-done').getByText('戻しました').waitFor()

  // Another server, another team.
  const other = await openStage()
  try {
    const anna = await other.person('Anna', { width: 1440, height: 900 })
    await anna.page.goto('/')
    await id(anna, 'new-from-template').click()
    await id(anna, 'template-title').waitFor()
    anna.expectStatus(422)
    const choose = (text: string) =>
      id(anna, 'template-file').setInputFiles({
        name: 'x.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })
    await choose('{"format":"something/1"}')
    await id(anna, 'templates-trouble').getByText('not a file of Kintsugi templates').waitFor()
    await choose(file.text.replace('"meetingMinutes": 90', '"meetingMinutes": 9000'))
    await id(anna, 'templates-trouble').getByText('Template 1 of the file').waitFor()
    await other.picture(anna, 'templates-trouble-en')
    // A folder, or what another program holds.
    await anna.page.evaluate(() => {
      const { text } = File.prototype
      File.prototype.text = () => {
        File.prototype.text = text
        return Promise.reject(new DOMException('held', 'NotReadableError'))
      }
    })
    await choose(file.text)
    await id(anna, 'templates-trouble').getByText('cannot be read').waitFor()
    await choose(file.text)
    await id(anna, 'templates-done').getByText('One template was added.').waitFor()
    await id(anna, 'template-title').getByText('決済チームの障害').waitFor()
    // Pasted once more it is known.
    await id(anna, 'template-edit').focus()
    await anna.page.evaluate((text) => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(paste)
    }, file.text)
    await id(anna, 'templates-done').getByText('here already').waitFor()

    // Somebody else changes it while Anna writes: nothing is written over, and nothing of hers is lost.
    await id(anna, 'template-edit').click()
    const all = await (await anna.page.request.get('/api/templates')).json()
    const own = all.find(({ builtIn }: { builtIn: boolean }) => !builtIn)
    const headers = guestHeaderOf('Ben')
    const changed = await anna.page.request.put(`/api/templates/${own.id}`, {
      headers,
      data: { ...own, team: 'Ben’s' },
    })
    expect(changed.status()).toBe(200)
    anna.expectStatus(409)
    await id(anna, 'template-name').fill('Payments')
    await id(anna, 'template-save').click()
    await id(anna, 'template-trouble').getByText('Somebody else has changed').waitFor()
    expect(await id(anna, 'template-name').inputValue()).toBe('Payments')
    expect(other.faults()).toEqual([])
  } finally {
    await other.close()
  }
  expect(stage.faults()).toEqual([])
})

it('applied to a board it fills what is empty, in one step of undo; the board becomes the next template', async () => {
  const anna = await boardOf(stage, 'Anna')
  await id(anna, 'text-groundRules').click()
  await anna.page.keyboard.type('Our own rules.')
  await id(anna, 'owner').click()
  await run(anna, 'Templates')
  await id(anna, 'template-title').waitFor()
  await anna.page.locator('.k-template-effect').getByText('points of the checklist').waitFor()
  expect(await anna.page.locator('.k-template-effect').textContent()).not.toContain('ground rules')
  await stage.picture(anna, 'templates-apply-en')
  await id(anna, 'template-use').click()
  await toast(anna, 'What was written stays').waitFor()
  await id(anna, 'template-use').waitFor({ state: 'detached' })
  await expect.poll(async () => (await stored(anna)).checklist.length).toBeGreaterThan(10)
  const { incident } = await stored(anna)
  expect([plainTextOf(incident.groundRules), incident.severity]).toEqual(['Our own rules.', 'sev1'])

  await run(anna, 'Templates')
  await expect.poll(() => id(anna, 'template-use').isDisabled()).toBe(true)
  await anna.page.locator('.k-template-effect').getByText('on this board already').waitFor()
  await anna.page.keyboard.press('Escape')
  await toast(anna, 'What was written stays').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await stored(anna)).checklist.length).toBe(0)
  expect((await stored(anna)).incident).toMatchObject({ severity: null, guide: null })
  expect(plainTextOf((await stored(anna)).incident.groundRules)).toBe('Our own rules.')

  await run(anna, 'Templates')
  await id(anna, 'template-use').click()
  await id(anna, 'template-use').waitFor({ state: 'detached' })
  await expect.poll(async () => (await stored(anna)).checklist.length).toBeGreaterThan(10)
  await run(anna, 'Templates')
  await id(anna, 'template-from-board').click()
  await id(anna, 'template-name').fill('Our way')
  await id(anna, 'template-save').click()
  await id(anna, 'template-title').getByText('Our way').waitFor()
  await id(anna, 'template-view').getByText('Our own rules.').waitFor()
  expect(stage.faults()).toEqual([])
})

it('the ready check names the gaps, adds somebody from a department, leads to each field, and the checklist is everybody’s', async () => {
  const headers = guestHeaderOf('Suzuki')
  for (const name of ['Platform', 'Support']) {
    const made = await (await boardOf(stage, 'x')).page.request.post('/api/departments', {
      headers,
      data: { name },
    })
    expect(made.status()).toBe(201)
  }
  const host = await boardOf(stage, 'Suzuki')
  await run(host, 'Templates')
  await id(host, 'template-use').click()
  const sato = await joinBoard(stage, host, 'Sato')
  await id(host, 'ready-chip').click()
  await id(host, 'ready-departments').getByText('Legal').waitFor({ state: 'detached' })
  const said = await id(host, 'ready-departments').textContent()
  for (const name of ['Platform', 'Support', 'Sales']) expect(said).toContain(name)
  await stage.picture(host, 'ready-en')

  await id(host, 'ready-check').getByRole('button', { name: 'Add somebody from Platform' }).click()
  await id(host, 'ready-check').getByRole('button', { name: 'Add somebody from Support' }).click()
  await id(host, 'ready-unnamed').getByText('2 places have no name yet').waitFor()
  await expect
    .poll(async () => (await stored(host)).people.map(({ department }) => department))
    .toEqual(['Platform', 'Support'])
  await host.page.locator('[data-testid=ready-there] [data-code=customerSide]').waitFor()

  // Ticked here, seen there, and there after a reload.
  await id(host, 'checklist-item').first().check()
  await id(sato, 'step-checks').click()
  await expect.poll(() => id(sato, 'checklist-item').first().isChecked()).toBe(true)
  await id(sato, 'checklist-new').fill('Call the merchants')
  await id(sato, 'checklist-new').press('Enter')
  await id(host, 'checklist').getByText('Call the merchants').waitFor()
  await untilSave(host, 'saved')
  expect((await stored(host)).checklist.map(({ done }) => done).filter(Boolean)).toHaveLength(1)

  // Each point leads to its field.
  const jump = async (code: string): Promise<void> => {
    if ((await id(host, 'ready-check').count()) === 0) await id(host, 'ready-chip').click()
    await id(host, `ready-go-${code}`).click()
    await id(host, 'ready-check').waitFor({ state: 'detached' })
  }
  await jump('summary')
  await host.page.locator('[data-testid=text-summary] [role=textbox]:focus').waitFor()
  await host.page.keyboard.type('Payments failed.')
  await jump('impact')
  await host.page.locator('[data-testid=text-impact] [role=textbox]:focus').waitFor()
  await host.page.keyboard.type('Many orders.')
  await host.page.keyboard.press('Escape')
  await jump('unnamed')
  await id(host, 'people-panel').waitFor()
  await jump('chat')
  await host.page.getByRole('dialog').waitFor()
  await host.page.keyboard.press('Escape')
  await id(host, 'ready-chip').click()
  await id(host, 'ready-impactNumbers').waitFor()
  expect(await id(host, 'ready-summary').count()).toBe(0)
  expect(stage.faults()).toEqual([])
})

it('several times are offered, days off say why, and taking the invitation along is noted', async () => {
  const host = await boardOf(stage, '鈴木', { language: 'ja' })
  await id(host, 'meeting-others').click()
  const slots = id(host, 'meeting-slots')
  await slots.waitFor()
  expect(await id(host, 'meeting-slot').count()).toBeGreaterThanOrEqual(8)
  // Within three working days and at most four in a row there is a weekend, whenever this runs on a Wednesday or later.
  const days = await slots.locator('li').count()
  expect(await slots.locator('li[data-off=true] small').count()).toBe(days - 3)
  await slots.scrollIntoViewIfNeeded()
  await stage.picture(host, 'meeting-slots-ja')
  await id(host, 'meeting-slot').nth(1).click()
  await id(host, 'meeting-ics').waitFor()
  const { meetingAt } = (await stored(host)).incident
  expect(meetingAt).toMatch(/T07:00:00Z$/)
  await downloaded(host, () => id(host, 'meeting-ics').click())
  await id(host, 'meeting-invited').waitFor()
  await expect.poll(async () => (await stored(host)).incident.invitedAt).not.toBeNull()
  expect(stage.faults()).toEqual([])
})

it('on a phone and in the dark: one column, the list and then the template', async () => {
  const phone = await atHome('Mari', { language: 'ja', width: 390, height: 780, dark: true })
  await id(phone, 'new-from-template').click()
  await phone.page.locator('.k-template-card').nth(2).click()
  await id(phone, 'template-title').getByText('軽微・ヒヤリハット').waitFor()
  await stage.picture(phone, 'templates-phone-dark-ja')
  const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(wide).toBe(false)
  await phone.page.getByRole('button', { name: '一覧に戻る' }).click()
  await stage.picture(phone, 'templates-phone-list-dark-ja')
  await phone.page.locator('.k-template-card').nth(0).click()
  await id(phone, 'template-use').click()
  await id(phone, 'practice-bar').waitFor()
  await id(phone, 'ready-chip').click()
  await id(phone, 'ready-check').waitFor()
  await phone.page.waitForTimeout(300)
  await stage.picture(phone, 'ready-phone-dark-ja')
  expect(stage.faults()).toEqual([])
})
