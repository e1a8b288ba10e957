import type { CreateShareLink, NewShareLink, ShareLink } from '@kintsugi/protocol'
import { expect } from 'vitest'
import { type House, jsonAsAlice } from './house.ts'

export type Made = { link: ShareLink; url: string; path: string; secret: string }

/** A link for reading, as the dialog makes it. */
export async function makeLink(house: House, boardId: string, wanted: CreateShareLink = {}): Promise<Made> {
  const response = await house.request(`/api/boards/${boardId}/links`, {
    method: 'POST',
    headers: jsonAsAlice,
    body: JSON.stringify(wanted),
  })
  expect(response.status).toBe(201)
  const { link, url }: NewShareLink = await response.json()
  const path = new URL(url).pathname
  return { link, url, path, secret: path.slice('/r/'.length) }
}

export async function changeLink(house: House, boardId: string, linkId: string, change: object) {
  const response = await house.request(`/api/boards/${boardId}/links/${linkId}`, {
    method: 'PATCH',
    headers: jsonAsAlice,
    body: JSON.stringify(change),
  })
  return { status: response.status, body: await response.json() }
}

export async function revokeLink(house: House, boardId: string, linkId: string): Promise<ShareLink> {
  const path = `/api/boards/${boardId}/links/${linkId}`
  return (await house.request(path, { method: 'DELETE', headers: jsonAsAlice })).json()
}

export async function linksOf(house: House, boardId: string): Promise<ShareLink[]> {
  return (await house.request(`/api/boards/${boardId}/links`)).json()
}

type Read = { status: number; html: string; headers: Headers }
export async function read(
  house: House,
  path: string,
  headers: Record<string, string> = {},
  address?: string,
): Promise<Read> {
  const response = await house.request(path, { headers: { 'Accept-Language': 'en', ...headers } }, address)
  return { status: response.status, html: await response.text(), headers: response.headers }
}

/** Sends the form with a password; the cookie that came back. */
export async function givePassword(house: House, path: string, password: string, address?: string) {
  const response = await house.request(
    path,
    {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Accept-Language': 'en',
        // As a page without referrer says it.
        Origin: 'null',
        'Sec-Fetch-Site': 'same-origin',
      },
      body: new URLSearchParams({ password }),
    },
    address,
  )
  const set = response.headers.get('set-cookie') ?? ''
  return {
    status: response.status,
    html: await response.text(),
    set,
    cookie: set.split(';')[0] ?? '',
    headers: response.headers,
  }
}

export type Heard = { event: string; data: Record<string, unknown> }
/** The events of a live link, as they come. */
export async function listen(
  house: House,
  path: string,
  headers: Record<string, string> = {},
  address?: string,
) {
  const response = await house.request(`${path}/events`, { headers }, address)
  const heard: Heard[] = []
  let over = false
  const reader = response.body?.getReader()
  const reading = async (): Promise<void> => {
    let text = ''
    const decoder = new TextDecoder()
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
      if (done) break
      text += decoder.decode(value, { stream: true })
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(part) ?? []
        if (event && data) heard.push({ event, data: JSON.parse(data) })
      }
    }
    over = true
  }
  if (response.status === 200) void reading().catch(() => undefined)
  return {
    status: response.status,
    heard,
    isOver: () => over,
    leave: () => reader?.cancel(),
  }
}
