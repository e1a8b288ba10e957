import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ExpectedRow {
  line: number
  at: string | null
  until?: string
  approx?: boolean
  day?: string
  also?: string[]
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
