import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { ownPrincipal } from './ownPrincipal.ts'

it('[WPR5] the own id is the one the server makes of the device key', () => {
  for (const deviceKey of ['a'.repeat(43), '-_Zz09'.padEnd(43, 'q')]) {
    const theirs = createHash('sha256').update(`kintsugi guest\n${deviceKey}`).digest('base64url')
    expect(ownPrincipal({ name: '佐藤', deviceKey })).toBe(theirs)
  }
})
