import { countedKpt, idOf } from '@kintsugi/model/testing'
import { describe, expect, it } from 'vitest'
import { renderPostmortem } from './renderPostmortem.tsx'

const page = (snapshot = countedKpt): string => renderPostmortem({ snapshot, language: 'en', revision: null })

describe('KPT on the page', () => {
  it('[RD30] a group stands at its place with its notes, as on the board', () => {
    const html = page()
    const order = ['note b', 'Fast', 'note a', 'note c'].map((words) =>
      html.indexOf(words, html.indexOf('class="kpt"')),
    )
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(order[0]).toBeGreaterThan(0)
  })
  it('[RD30] votes stand at the group and at the note in none, and nowhere where no vote was counted', () => {
    expect(page()).toContain('>4 votes<')
    expect(page()).toContain('>1 vote<')
    expect(page({ ...countedKpt, rounds: [] })).not.toMatch(/\d votes?</)
  })
  it('[RD31] an anonymous note says so and names nobody', () => {
    expect(page()).toContain('>Anonymous<')
    expect(page()).not.toContain('Nobody may know')
  })
  it('[RD30] a note leads to what it speaks of', () => {
    expect(page()).toContain(`href="#entry-${idOf('e')}"`)
    expect(page()).toMatch(/About: .*the rollback/s)
  })
})
