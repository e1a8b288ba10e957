import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceSample } from '../sources/contract.ts'

export interface ExpectedRow {
  line: number
  at: string | null
  until?: string
  approx?: boolean
  day?: string
  also?: string[]
  /** Role, where one stands in the row. */
  actor?: string
  starts: string
  milestone?: string
}
/** What a sample states about itself: `samples/<name>.json` beside `samples/<name>.md`. */
export interface Expectation {
  zone: string | null
  incident: Record<string, string>
  timeline: ExpectedRow[]
  /** [line, code]. */
  problems: [line: number | null, code: string][]
  /** `kind: first words`. */
  causes: string[]
  because?: number
  /** `status [aim] [interim] [due]: first words`. */
  actions: string[]
  /** `column: first words`. */
  kpt?: string[]
  /** `name | department | role | attended`. */
  people?: string[]
}

const folder = join(import.meta.dirname, '..', '..', 'samples')

export function samples(): { name: string; text: string; expected: Expectation }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const name = file.replace(/\.md$/, '')
      const expected = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Expectation
      return { name, text: readFileSync(join(folder, file), 'utf8'), expected }
    })
}

/** What a sample of pasted text states: `samples/<format>/<name>.json` beside the text, and `<name>.again.<ending>` beside both. */
type Stated = SourceSample['context'] & SourceSample['expected'] & { fresh?: string[] }

export function pastedSamples(format: string): SourceSample[] {
  const at = join(folder, format)
  const text = (file: string): string => readFileSync(join(at, file), 'utf8')
  return readdirSync(at)
    .filter((file) => !/\.json$|\.again\./.test(file))
    .map((fileName) => {
      const [, name = '', ending = ''] = /^(.*)\.(\w+)$/.exec(fileName) ?? []
      const {
        zone = null,
        date = null,
        entries,
        problems,
        fresh,
      } = JSON.parse(text(`${name}.json`)) as Stated
      const again = `${name}.again.${ending}`
      return {
        fileName,
        text: text(fileName),
        context: { zone, date },
        expected: { entries, problems },
        ...(existsSync(join(at, again)) ? { again: { text: text(again), fresh: fresh ?? [] } } : {}),
      }
    })
}
