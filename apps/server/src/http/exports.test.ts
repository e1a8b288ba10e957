import { formats } from '@kintsugi/exchange/formats'
import { expect, it } from 'vitest'
import { asAlice, jsonAsAlice, openHouse } from './testing/house.ts'

const text = `# 決済が遅い

## タイムライン

| 時刻 | 内容 |
| --- | --- |
| 2026-04-18 21:47 | 設定を反映 |
| 2026-04-18 21:52 | アラートが発報 |
`
async function filled() {
  const house = await openHouse()
  const id = await house.createBoard('決済が遅い')
  await house.request(`/api/boards/${id}/import`, {
    method: 'POST',
    headers: jsonAsAlice,
    body: JSON.stringify({ text, zone: 'Asia/Tokyo' }),
  })
  return { house, id }
}

it('[SV90] exports a board in every format, as a file named after it, in the language asked for', async () => {
  const { house, id } = await filled()
  for (const { name, mediaType, extension } of formats) {
    const response = await house.request(`/api/boards/${id}/export/${name}?lang=ja`)
    expect([name, response.status, response.headers.get('content-type')]).toEqual([
      name,
      200,
      `${mediaType}; charset=utf-8`,
    ])
    const disposition = decodeURIComponent(response.headers.get('content-disposition') ?? '')
    expect(disposition).toMatch(new RegExp(`^attachment; .*2026-04-18-決済が遅い.*\\.${extension}$`))
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
  const english = await (await house.request(`/api/boards/${id}/export/markdown?lang=en`)).text()
  expect(english).toContain('## Timeline')
  const japanese = await (await house.request(`/api/boards/${id}/export/markdown?lang=ja`)).text()
  expect(japanese).toContain('## タイムライン')
  expect(japanese).toContain('設定を反映')
})

it('[SV91] shows the report and the whole postmortem as pages whose style the policy allows', async () => {
  const { house, id } = await filled()
  for (const name of ['html', 'reportHtml?stage=first']) {
    const response = await house.request(`/api/boards/${id}/export/${name}`, {
      headers: { 'accept-language': 'ja' },
    })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/style-src 'sha256-/)
    expect(policy).not.toContain('script-src')
    const page = await response.text()
    expect(page).toContain(name === 'html' ? '設定を反映' : '障害報告書（第一報）')
    expect(page).not.toMatch(/<script/)
  }
})

it('[SV92] exports a revision from its stored bytes', async () => {
  const { house, id } = await filled()
  await house.request(`/api/boards/${id}/finalize`, { method: 'POST', headers: asAlice })
  const response = await house.request(`/api/postmortems/${id}/revisions/1/export/json`)
  const { format, incident, timeline } = await response.json()
  expect([format, incident.title, timeline.length]).toEqual(['kintsugi.board/1', '決済が遅い', 2])
  expect(await house.refused(`/api/postmortems/${id}/revisions/7/export/json`)).toMatchObject({
    status: 404,
    problem: { code: 'revisionUnknown' },
  })
})

it('[SV93] refuses an unknown format, board or revision in one sentence', async () => {
  const { house, id } = await filled()
  const refused = await house.refused(`/api/boards/${id}/export/docx?lang=ja`)
  expect([refused.status, refused.problem.code]).toEqual([404, 'formatUnknown'])
  expect(refused.message).toMatch(/docx.*markdown/)
  expect((await house.refused(`/api/boards/${'x'.repeat(22)}/export/json`)).problem.code).toBe('boardUnknown')
})

it('[SV94] publishes the schema of a board, for anybody’s tools', async () => {
  const house = await openHouse()
  const response = await house.request('/api/schema/board-1.json')
  expect(response.headers.get('content-type')).toBe('application/schema+json; charset=utf-8')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  const schema = await response.json()
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  expect(Object.keys(schema.$defs)).toContain('TimelineEntry')
})

it('[SV95] documents every route for people, in both languages, without script and under a strict policy', async () => {
  const house = await openHouse()
  const { paths, components } = await (await house.request('/api/openapi.json')).json()
  for (const lang of ['ja', 'en']) {
    const response = await house.request(`/api/docs?lang=${lang}`)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src 'none'.*style-src 'sha256-/)
    expect(policy).not.toMatch(/script-src|unsafe-inline/)
    const page = await response.text()
    expect(page).toContain(`<html lang="${lang}">`)
    expect(page).not.toMatch(/<script|\sstyle=|apiDocs\./)
    for (const path of Object.keys(paths)) expect(page).toContain(`<code>/api${path}</code>`)
    for (const name of Object.keys(components.schemas)) expect(page).toContain(`id="schema-${name}"`)
  }
})
