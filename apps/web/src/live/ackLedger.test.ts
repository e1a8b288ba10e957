import { describe, expect, it } from 'vitest'
import { createAckLedger } from './ackLedger.ts'

describe('ackLedger', () => {
  it('[LV1] counts an edit as outstanding until the frame that carried it is acknowledged', () => {
    const ledger = createAckLedger()
    ledger.edited()
    ledger.sent('update')
    ledger.edited()
    ledger.sent('update')
    expect(ledger.outstanding.get()).toBe(2)
    ledger.answered(true)
    expect(ledger.outstanding.get()).toBe(1)
    ledger.answered(true)
    expect(ledger.outstanding.get()).toBe(0)
  })

  it('[LV1] an answer covers what its frame carried, not what was typed since', () => {
    const ledger = createAckLedger()
    ledger.edited()
    ledger.sent('whole')
    ledger.edited()
    ledger.answered(true)
    expect(ledger.outstanding.get()).toBe(1)
  })

  it('[LV2] after a refused update later acknowledgements prove nothing until a whole answer is taken', () => {
    const ledger = createAckLedger()
    ledger.edited()
    ledger.sent('update')
    ledger.edited()
    ledger.sent('update')
    ledger.answered(false)
    ledger.answered(true)
    expect(ledger.outstanding.get()).toBe(2)
    ledger.sent('whole')
    ledger.answered(true)
    expect(ledger.outstanding.get()).toBe(0)
  })

  it('[LV2] answers due on a closed connection never count, and the next one starts unconfirmed', () => {
    const ledger = createAckLedger()
    ledger.edited()
    ledger.sent('update')
    ledger.disconnected()
    ledger.answered(true)
    expect(ledger.outstanding.get()).toBe(1)
    ledger.sent('whole')
    ledger.answered(true)
    expect(ledger.outstanding.get()).toBe(0)
  })
})
