import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { postmortemText } from './postmortem.ts'
import { seriousOf } from './seriousOf.ts'
import { openStage, type Person, type Stage } from './stage.ts'
import {
  add,
  boardIdOf,
  boardOf,
  closeDialog,
  delayOf,
  guestHeaderOf,
  importOverRest,
  item,
  onBoard,
  openText,
  toast,
  untilSave,
} from './steps.ts'

/** Other departments read along: with script and without, with a password and without, and no longer. */
describe('links for reading', () => {
  let stage: Stage
  let aki: Person
  let ben: Person
  let follower: Person
  let plain: Person
  let live = ''

  beforeAll(async () => {
    stage = await openStage()
    aki = await boardOf(stage, 'Aki')
    await importOverRest(aki, postmortemText)
  })
  afterAll(() => stage.close())

  /** By the dialog, which is then closed. */
  async function makeLink(options: { name: string; password?: string; scope?: string }): Promise<string> {
    const { page } = aki
    await page.getByTestId('share').click()
    await page.getByTestId('new-link').click()
    await page.getByTestId('link-name').fill(options.name)
    if (options.scope) await page.getByRole('dialog').getByText(options.scope, { exact: true }).click()
    if (options.password) await page.getByTestId('link-password').fill(options.password)
    await stage.picture(aki, `share-form-${options.name}`)
    await page.getByTestId('make-link').click()
    const address = page.getByTestId('link-address')
    await address.waitFor()
    await stage.picture(aki, `share-made-${options.name}`)
    const url = await address.inputValue()
    await closeDialog(page)
    return url
  }
  const pathOf = (url: string): string => new URL(url).pathname

  test('the dialog gives the board’s own address to invite with, and makes a link whose address it shows once', async () => {
    const { page } = aki
    await page.getByTestId('share').click()
    const invitation = await page.getByTestId('board-address').inputValue()
    expect(invitation).toBe(`${stage.server.url}/b/${boardIdOf(aki)}`)
    await page.getByRole('dialog').getByText('No link yet').waitFor()
    await stage.picture(aki, 'share-empty')
    await page.keyboard.press('Escape')
    ben = await stage.person('Ben', { width: 1600, height: 1000 })
    await ben.page.goto(invitation)
    await onBoard(ben)

    live = await makeLink({ name: 'Customer support' })
    expect(live).toMatch(new RegExp(`^${stage.server.url}/r/[A-Za-z0-9_-]{43}$`))
    await page.getByTestId('share').click()
    const row = page.getByTestId('share-link')
    await row.getByText('Customer support').waitFor()
    expect(await row.textContent()).toContain('not opened yet')
    expect(await page.getByRole('dialog').textContent()).not.toContain(pathOf(live))
    expect(await seriousOf(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  test('while the list of links is on its way nobody has to wait for it', async () => {
    const { page } = aki
    const gate = Promise.withResolvers<void>()
    const answered = Promise.withResolvers<void>()
    await page.route(
      '**/links',
      async (route) => {
        await gate.promise
        await route.continue()
        answered.resolve()
      },
      { times: 1 },
    )
    await page.getByTestId('share').click()
    await page.getByRole('dialog').getByText('Looking for the links').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    gate.resolve()
    await answered.promise
  })

  test('a password that is too short makes no link and says why; corrected, the first click makes it', async () => {
    const { page } = aki
    await page.getByTestId('share').click()
    await page.getByTestId('new-link').click()
    await page.getByTestId('link-password').fill('short')
    await page.getByTestId('make-link').click()
    await page.getByRole('dialog').getByText('At least 8 characters, or none.').waitFor()
    expect(await page.getByTestId('link-address').count()).toBe(0)
    await page.getByTestId('link-password').fill('long enough')
    await page.getByTestId('make-link').click()
    await page.getByTestId('link-address').waitFor()
    await closeDialog(page)
  })

  test('a reader without script has all of it, and is brought up to date by the page itself', async () => {
    plain = await stage.person('Reader', { javaScript: false, language: 'ja' })
    const { page } = plain
    await page.goto(pathOf(live))
    await page.getByRole('table').filter({ hasText: '監視が 5xx の急増を検知' }).waitFor()
    await page.locator('#live noscript span').waitFor()
    await stage.picture(plain, 'share-plain-ja')
    expect(await page.content()).not.toContain(boardIdOf(aki))
    await add(ben, 'note', 'Seen without any script')
    await untilSave(ben, 'saved')
    await page.getByText('Seen without any script').waitFor()
  })

  test('a reader with script sees an edit at once, where they were, and who has the board open', async () => {
    follower = await stage.person('Follower')
    const { page } = follower
    await page.goto(pathOf(live))
    await page.getByText(/^Live · updated \d\d:\d\d:\d\d$/).waitFor()
    await page.getByText('2 people have the board open').waitFor()
    expect(await seriousOf(page)).toEqual([])
    await stage.picture(follower, 'share-live')

    // Reading further down, a list opened, a link in focus.
    await page.locator('#actions').evaluate((section) => section.scrollIntoView({ behavior: 'instant' }))
    await page
      .locator('details')
      .first()
      .evaluate((details) => details.setAttribute('open', ''))
    await page.locator('.contents a').last().focus()
    const place = () => page.locator('#actions').evaluate((section) => section.getBoundingClientRect().top)
    const before = await place()
    const ms = await delayOf(follower, { selector: '#kpt li', text: 'Seen by the follower' }, async () => {
      await add(ben, 'note', 'Seen by the follower')
    })
    process.stderr.write(`live reading: an edit is seen after ${ms} ms, its typing and leaving included\n`)
    expect(ms).toBeLessThan(20_000)
    expect(Math.abs((await place()) - before)).toBeLessThan(2)
    expect(await page.locator('details').first().getAttribute('open')).toBe('')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#appendix')
    await expect.poll(() => page.locator('#live-said').textContent()).toBe('The page was updated.')

    const alone = await delayOf(follower, { selector: '#kpt li', text: 'and once more' }, async () => {
      await openText(ben, item(ben, 'Seen by the follower'))
      await ben.page.keyboard.type(' and once more')
    })
    process.stderr.write(`live reading: typing is seen after ${alone} ms\n`)
    expect(await page.content()).not.toContain(boardIdOf(aki))
    await ben.page.keyboard.press('Escape')
  })

  test('a reader opens no socket, writes nothing, and the secret is in no line of the log', async () => {
    for (const path of [pathOf(live), `${pathOf(live)}/events`, '/collab/'.concat(pathOf(live))]) {
      const socket = new WebSocket(stage.server.url.replace(/^http/, 'ws') + path)
      const [error] = await once(socket, 'error')
      expect(String(error)).toContain('404')
    }
    const secret = pathOf(live).split('/')[2] ?? ''
    for (const method of ['post', 'put', 'delete'] as const)
      expect((await aki.page.request[method](pathOf(live), { data: { title: 'mine' } })).status()).toBe(405)
    expect(stage.server.log()).not.toContain(secret)
  })

  test('the server away: the page says so, keeps what it has, and goes on by itself', async () => {
    const { page } = follower
    for (const person of [follower, aki, ben, plain]) person.expectNetworkLoss()
    // Openings are written down a second late; a killed server would lose the last of them.
    await expect
      .poll(async () => {
        const links = await (await aki.page.request.get(`/api/boards/${boardIdOf(aki)}/links`)).json()
        return links.find(({ name }: { name: string }) => name === 'Customer support')?.readings
      })
      .toBe(2)
    await stage.server.kill()
    await page.locator('#live-text', { hasText: 'Connection lost, trying again' }).waitFor()
    await page.getByText('Seen by the follower').first().waitFor()
    await stage.picture(follower, 'share-lost')
    await stage.server.start()
    await page.getByText(/^Live · updated/).waitFor()
    await untilSave(ben, 'saved')
    await delayOf(follower, { selector: '#kpt li', text: 'After the restart' }, async () => {
      await add(ben, 'note', 'After the restart')
    })
  })

  test('a password opens it; five wrong ones lock it for a while, and not for whoever is in', async () => {
    const path = pathOf(await makeLink({ name: '法務', password: 'an agreed word' }))
    const inside = await stage.person('Inside', { javaScript: false, language: 'ja' })
    for (const status of [401, 429]) inside.expectStatus(status)
    await inside.page.goto(path)
    await inside.page.getByRole('heading', { name: 'パスワードが必要です' }).waitFor()
    await stage.picture(inside, 'share-password-ja')
    await inside.page.getByLabel('パスワード').fill('an agreed word')
    await inside.page.getByLabel('パスワード').press('Enter')
    await inside.page.getByRole('heading', { level: 1, name: /決済 API/ }).waitFor()
    const cookies = await inside.context.cookies()
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Strict', path }])

    const guessing = await stage.person('Guessing')
    for (const status of [401, 429]) guessing.expectStatus(status)
    await guessing.page.goto(path)
    const field = guessing.page.getByLabel('Password')
    for (let n = 1; n <= 5; n++) {
      await field.fill(`guess number ${n}`)
      await guessing.page.getByRole('button', { name: 'Open' }).click()
      await guessing.page.getByText(n < 5 ? `${5 - n} more` : 'Too many wrong passwords').waitFor()
      if (n === 1) {
        expect(await seriousOf(guessing.page)).toEqual([])
        await stage.picture(guessing, 'share-wrong')
      }
    }
    expect(await field.count()).toBe(0)
    await stage.picture(guessing, 'share-locked')
    await inside.page.reload()
    await inside.page.getByRole('heading', { level: 1, name: /決済 API/ }).waitFor()
    await inside.context.close()
    await guessing.context.close()
  })

  test('finalized, the live page says that the board is closed; the latest revision has its own link', async () => {
    const latest = await makeLink({ name: 'Management', scope: 'The latest final revision' })
    const reader = await stage.person('Manager')
    reader.expectStatus(404)
    await reader.page.goto(pathOf(latest))
    await reader.page.getByRole('heading', { name: 'Nothing is final yet' }).waitFor()
    await stage.picture(reader, 'share-not-yet')
    const answer = await aki.page.request.post(`/api/boards/${boardIdOf(aki)}/finalize`, {
      headers: guestHeaderOf('Automation'),
    })
    expect(answer.status()).toBe(201)
    await follower.page.getByText('Finalized. The board is closed').waitFor()
    await reader.page.reload()
    await reader.page.locator('#verification').waitFor()
    expect(await reader.page.locator('script').count()).toBe(0)
    expect(await reader.page.content()).not.toContain(boardIdOf(aki))
    await reader.context.close()
  })

  test('revoked, the open page says so at once, and the dialog has counted', async () => {
    const { page } = aki
    follower.expectStatus(410)
    plain.expectStatus(410)
    await page.getByTestId('share').click()
    const row = page.getByTestId('share-link').filter({ hasText: 'Customer support' })
    await row.getByText('opened 2 times').waitFor()
    await row.getByTestId('revoke-link').click()
    await stage.picture(aki, 'share-revoke')
    const gone = follower.page.getByRole('heading', { name: 'This link was revoked' })
    const begun = Date.now()
    await row.getByTestId('revoke-really').click()
    await gone.waitFor()
    const ms = Date.now() - begun
    process.stderr.write(`live reading: revoked, the page says so after ${ms} ms\n`)
    expect(ms).toBeLessThan(5000)
    await toast(aki, 'no longer opens anything').waitFor()
    await stage.picture(follower, 'share-revoked')
    await plain.page.getByRole('heading', { name: 'このリンクは取り消されました' }).waitFor()
    await page.getByRole('dialog').getByText('No longer valid').click()
    await stage.picture(aki, 'share-list')
    await page.keyboard.press('Escape')
    expect(stage.faults()).toEqual([])
  })

  test('in Japanese, dark, and on a phone', async () => {
    const phone = await stage.person('亜紀', { language: 'ja', dark: true, width: 390, height: 800 })
    const made = await aki.page.request.post(`/api/boards/${boardIdOf(aki)}/links`, {
      headers: guestHeaderOf('Automation'),
      data: { name: '品質保証部', password: 'an agreed word' },
    })
    expect(made.status()).toBe(201)
    await phone.page.goto(`/b/${boardIdOf(aki)}`)
    await phone.page.getByTestId('share').click()
    await phone.page.getByTestId('share-link').first().waitFor()
    expect(await seriousOf(phone.page)).toEqual([])
    await stage.picture(phone, 'share-phone-ja-dark')
    await phone.page.getByTestId('new-link').click()
    await stage.picture(phone, 'share-phone-form-ja-dark')
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await phone.context.close()
    expect(stage.faults()).toEqual([])
  })
})
