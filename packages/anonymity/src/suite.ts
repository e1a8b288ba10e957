import { ristretto255_oprf } from '@noble/curves/ed25519.js'

type Voprf = typeof ristretto255_oprf.voprf & {
  /** The whole function for whoever has the key. It is there at run time; the library's types leave it out. */
  evaluate(secretKey: Uint8Array, input: Uint8Array): Uint8Array
}

/** RFC 9497, VOPRF mode, suite ristretto255-SHA512: made and proven by the library, held to the RFC's vectors by our tests. */
export const voprf = ristretto255_oprf.voprf as Voprf

/** Bytes of a scalar or a compressed point, of an output or a proof, and of the randomness that one scalar takes. */
export const elementBytes = 32
export const outputBytes = 64
export const scalarRandomBytes = 48
