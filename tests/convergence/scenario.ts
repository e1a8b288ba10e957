import fc from 'fast-check'
import { acts, type Dice, writing } from './acts.ts'

const everything = { ...acts, ...writing }
const removing = ['removeItems', 'removeImport', 'importSnapshot', 'unlinkItems', 'unknownNode']
const names = Object.keys(everything).filter((name) => !removing.includes(name))

const additions = Object.keys(acts)
  .filter((name) => /^(add|write|import|groupKpt)/.test(name))
  .concat('newParagraph')

export type Step =
  | { do: 'act'; on: number; name: string; dice: Dice }
  | {
      do: 'undo' | 'redo' | 'restart' | 'deliver' | 'deliverAll' | 'drop' | 'repeat'
      on: number
      message: number
    }
  | { do: 'exchange'; on: number; with: number }
  /** One adds or writes, another writes in just that, and the first takes it back. */
  | { do: 'takeBack'; on: number; with: number; name: string; dice: Dice }
  | { do: 'partition'; groups: number[] }
export type Scenario = { replicas: number; steps: Step[] }

const on = fc.nat(7)
const number = fc.oneof(fc.nat(5), fc.nat(9999))
const dice = fc.record({ a: number, b: number, c: number })
const act = (list: readonly string[]) =>
  fc.record({ do: fc.constant('act' as const), on, name: fc.constantFrom(...list), dice })
const mail = (kind: 'undo' | 'redo' | 'restart' | 'deliver' | 'deliverAll' | 'drop' | 'repeat') =>
  fc.record({ do: fc.constant(kind), on, message: number })

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 24, arbitrary: act(names) },
  { weight: 3, arbitrary: act(removing) },
  { weight: 8, arbitrary: act(['addTimelineEntry', 'addCause', 'addKptNote', 'groupKptNotes']) },
  { weight: 16, arbitrary: act([...Object.keys(writing), 'addEvidence']) },
  { weight: 10, arbitrary: mail('undo') },
  { weight: 4, arbitrary: mail('redo') },
  { weight: 18, arbitrary: mail('deliver') },
  { weight: 8, arbitrary: mail('deliverAll') },
  { weight: 3, arbitrary: mail('drop') },
  { weight: 3, arbitrary: mail('repeat') },
  { weight: 1, arbitrary: mail('restart') },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('exchange' as const), on, with: on }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('takeBack' as const),
      on,
      with: on,
      name: fc.constantFrom(...additions),
      dice,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('partition' as const),
      groups: fc.array(fc.nat(1), { minLength: 8, maxLength: 8 }),
    }),
  },
)

export const scenario = (length: number): fc.Arbitrary<Scenario> =>
  fc.record({
    replicas: fc.integer({ min: 2, max: 8 }),
    steps: fc.array(step, { minLength: length / 2, maxLength: length, size: 'max' }),
  })
export const perform = everything as Readonly<Record<string, (typeof writing)[string]>>
