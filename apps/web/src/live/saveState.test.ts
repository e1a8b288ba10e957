import { describe, expect, it } from 'vitest'
import { type SaveFacts, saveStateOf, wouldLoseEdits } from './saveState.ts'

const calm: SaveFacts = {
  link: 'open',
  synced: true,
  outstanding: 0,
  onDevice: true,
  deviceFails: false,
  refused: false,
  final: false,
  storageFails: false,
  locked: false,
}
const links = ['connecting', 'open', 'down'] as const
const both = [true, false]
const every = links.flatMap((link) =>
  both.flatMap((synced) =>
    [0, 3].flatMap((outstanding) =>
      both.flatMap((onDevice) =>
        both.flatMap((deviceFails) =>
          both.flatMap((refused) =>
            both.flatMap((final) =>
              both.flatMap((storageFails) =>
                both.map((locked) => ({
                  ...{
                    link,
                    synced,
                    outstanding,
                    onDevice,
                    deviceFails,
                    refused,
                    final,
                    storageFails,
                    locked,
                  },
                })),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
)

describe('saveState', () => {
  it('[LV3] says "saved" exactly when connected, synced, with nothing outstanding and nothing refused', () => {
    for (const facts of every) {
      const saved = facts.link === 'open' && facts.synced && facts.outstanding === 0 && !facts.refused
      expect(saveStateOf(facts).kind === 'saved', JSON.stringify(facts)).toBe(saved)
    }
  })

  it('[LV3] says "unsaved" whenever nobody will take what is outstanding', () => {
    expect(saveStateOf({ ...calm, outstanding: 1, final: true }).kind).toBe('unsaved')
    expect(saveStateOf({ ...calm, outstanding: 1, storageFails: true }).kind).toBe('unsaved')
    expect(saveStateOf({ ...calm, refused: true }).kind).toBe('unsaved')
    expect(
      saveStateOf({ ...calm, link: 'down', outstanding: 1, onDevice: false, deviceFails: true }).kind,
    ).toBe('unsaved')
  })

  it('[LV22] while the board is locked, what is outstanding is being saved, unless this device does not keep it', () => {
    expect(saveStateOf({ ...calm, outstanding: 1, locked: true }).kind).toBe('saving')
    expect(
      saveStateOf({ ...calm, outstanding: 1, locked: true, onDevice: false, deviceFails: true }).kind,
    ).toBe('unsaved')
    expect(saveStateOf({ ...calm, locked: true }).kind).toBe('saved')
  })

  it('[LV3] a final board or failing storage alone loses nothing', () => {
    expect(saveStateOf({ ...calm, final: true }).kind).toBe('saved')
    expect(saveStateOf({ ...calm, storageFails: true }).kind).toBe('saved')
  })

  it('[LV4] says "offline" without a connection, and whether this device has it', () => {
    expect(saveStateOf({ ...calm, link: 'down', outstanding: 2 })).toEqual({
      kind: 'offline',
      onDevice: true,
    })
    expect(saveStateOf({ ...calm, link: 'down', outstanding: 2, onDevice: false })).toEqual({
      kind: 'offline',
      onDevice: false,
    })
  })

  it('says "saving" while answers are due, and during the first connection', () => {
    expect(saveStateOf({ ...calm, outstanding: 1 }).kind).toBe('saving')
    expect(saveStateOf({ ...calm, synced: false }).kind).toBe('saving')
    expect(saveStateOf({ ...calm, link: 'connecting', synced: false }).kind).toBe('saving')
  })

  it('[LV5] leaving loses something exactly while an edit is neither acknowledged nor on this device', () => {
    expect(wouldLoseEdits({ outstanding: 1, onDevice: false })).toBe(true)
    expect(wouldLoseEdits({ outstanding: 1, onDevice: true })).toBe(false)
    expect(wouldLoseEdits({ outstanding: 0, onDevice: false })).toBe(false)
  })
})
