import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { newId, openHouse } from './testing/house.ts'

function buildClient(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kintsugi-client-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><script type="module" src="/assets/main-1a2b.js">',
  )
  writeFileSync(join(folder, 'assets/main-1a2b.js'), `export const text = '${'kintsugi '.repeat(500)}'`)
  writeFileSync(join(folder, 'bowl.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  return folder
}

it('[HT10] serves the client at / and at every board, its hashed assets for good and the rest fresh', async () => {
  const house = await openHouse({ clientFolder: buildClient() })
  for (const path of ['/', `/b/${newId()}`]) {
    const page = await house.request(path)
    expect([path, page.status, page.headers.get('cache-control')]).toEqual([path, 200, 'no-cache'])
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(await page.text()).toContain('/assets/main-1a2b.js')
  }
  const asset = await house.request('/assets/main-1a2b.js', { headers: { 'Accept-Encoding': 'gzip' } })
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(asset.headers.get('content-encoding')).toBe('gzip')
  expect(asset.headers.get('content-type')).toContain('javascript')
  for (const path of ['/bowl.svg', '/favicon.ico']) {
    const icon = await house.request(path)
    expect([path, icon.headers.get('content-type'), icon.headers.get('cache-control')]).toEqual([
      path,
      expect.stringContaining('image/svg+xml'),
      'no-cache',
    ])
  }
})

it('[HT10] serves nothing outside of the client', async () => {
  const house = await openHouse({ clientFolder: buildClient() })
  for (const path of ['/assets/nothing.js', '/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/b/x/y'])
    expect([path, (await house.request(path)).status]).toEqual([path, 404])
})

it('[AT28] serves nothing that lies under a dot', async () => {
  const folder = buildClient()
  mkdirSync(join(folder, '.vite'))
  writeFileSync(join(folder, '.vite/manifest.json'), '{}')
  const house = await openHouse({ clientFolder: folder })
  for (const path of ['/.vite/manifest.json', '/%2evite/manifest.json', '/%2Evite%2Fmanifest.json'])
    expect([path, (await house.request(path)).status]).toEqual([path, 404])
})

it('[HT10] says what is missing where the client is not built', async () => {
  const house = await openHouse({ clientFolder: join(tmpdir(), 'no-such-client') })
  const page = await house.request('/')
  expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('npm run build')])
})
