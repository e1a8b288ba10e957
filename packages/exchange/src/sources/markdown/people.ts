import { type Participant, type Problem, participantSchema } from '@kintsugi/model'
import { fold } from '../../times/fold.ts'
import { type Block, lineOfWords, linesOf, type TableBlock } from './blocks.ts'
import { problemAt } from './clockwork.ts'
import { rankOf } from './entries.ts'
import { type PersonWritten, personsIn, personWritten, saysAttended } from './personWords.ts'
import { type Section, walk } from './sections.ts'
import type { Fact } from './setting.ts'
import { kindOfTitle } from './vocabulary.ts'

const absent = /欠席|不参加|absent|not attending/i
/** Who worked on the incident, or was asked to come, need not have been there when it was talked about. */
const perhaps = /respond|対応者|対応メンバー|関係者|involved|invit|招待|stakeholder/i

/** Whether a section's title says that those in it came. */
const attendedBy = (title: string): boolean | null =>
  absent.test(title) ? false : perhaps.test(title) ? null : true

type Found = PersonWritten & { line: number }
interface Gathered {
  found: Found[]
  problems: Problem[]
}

const longestName = 60
/** A sentence about people is no name. */
const isName = ({ name }: PersonWritten): boolean =>
  name.length <= longestName && !/[。!?！？]|https?:/.test(name) && name.split(/\s+/).length <= 6

const columns = {
  name: /^(?:name|who|person|attendees?|participants?|members?|responders?|氏名|名前|参加者|出席者|メンバー|対応者|担当者)$/i,
  department:
    /^(?:department|dept\.?|team|group|organi[sz]ation|org|unit|affiliation|部署|所属|部門|チーム|グループ|組織)$/i,
  role: /^(?:role|title|position|job|responsibility|役割|役職|担当|立場)$/i,
  attended: /^(?:attended|attendance|present|attending|出欠|出席|参加|出席状況)$/i,
}

function ofTable(table: TableBlock, came: boolean | null): Found[] | null {
  const [head, ...body] = table.rows
  const titles = (head?.cells ?? []).map((cell) => fold(lineOfWords(cell)))
  const at = (pattern: RegExp): number => titles.findIndex((title) => pattern.test(title))
  const [name, department, role, attended] = [
    at(columns.name),
    at(columns.department),
    at(columns.role),
    at(columns.attended),
  ]
  if (name < 0) return null
  return body.map(({ line, cells }) => {
    const cell = (i: number): string => (i < 0 ? '' : lineOfWords(cells[i] ?? []))
    const written = personWritten(cell(name))
    return {
      line,
      name: written.name,
      department: cell(department) || written.department,
      role: cell(role) || written.role,
      attended: saysAttended(cell(attended)) ?? written.attended ?? came,
    }
  })
}

function ofBlock(block: Block, came: boolean | null, gathered: Gathered): void {
  const add = (line: number, text: string, one: boolean): void => {
    const persons = one ? [personWritten(text)] : personsIn(text)
    for (const person of persons) {
      if (person.name !== '' && isName(person))
        gathered.found.push({ ...person, line, attended: person.attended ?? came })
      else if (text.trim() !== '')
        gathered.problems.push(problemAt(line, 'personUnread', { text: text.slice(0, 80) }))
    }
  }
  if (block.type === 'table') {
    const persons = ofTable(block, came)
    if (persons) gathered.found.push(...persons.filter((person) => person.name !== '' && isName(person)))
    else gathered.problems.push(problemAt(block.line, 'personUnread', { text: '' }))
  } else if (block.type === 'list') {
    for (const { line, blocks, checked } of block.items) {
      const [first, ...rest] = blocks
      const ticked = checked ?? came
      if (first?.type === 'paragraph') {
        const words = lineOfWords(first.runs)
        // `- Platform:` with names below it names their department.
        const nested = rest.some(({ type }) => type === 'list')
        if (nested) nestedUnder(words, rest, ticked, gathered)
        else {
          const before = gathered.found.length
          add(line, words, false)
          if (checked !== null) for (const person of gathered.found.slice(before)) person.attended = checked
        }
      }
    }
  } else if (block.type === 'paragraph') {
    for (const { line, runs } of linesOf(block)) {
      const words = lineOfWords(runs)
      if (words !== '' && !/[:：]$/.test(words)) add(line, words, false)
    }
  }
}

function nestedUnder(title: string, blocks: Block[], came: boolean | null, gathered: Gathered): void {
  const inner: Gathered = { found: [], problems: gathered.problems }
  for (const block of blocks) ofBlock(block, came, inner)
  const department = title
    .replace(/[:：]\s*$/, '')
    .trim()
    .slice(0, 100)
  gathered.found.push(...inner.found.map((one) => ({ ...one, department: one.department || department })))
}

/** Those whom sections, tables and facts of the document name as taking part; each person once. */
export function readPeople(
  root: Section,
  facts: readonly Fact[],
  making: { newId: () => string; batch: string },
): { people: Participant[]; problems: Problem[] } {
  const gathered: Gathered = { found: [], problems: [] }
  for (const section of walk(root)) {
    if (section.kind !== 'people') continue
    const titled = section.own === 'people' ? section : (section.parent ?? section)
    for (const block of section.blocks) ofBlock(block, attendedBy(titled.title), gathered)
  }
  for (const { name, value, line } of facts) {
    if (kindOfTitle(name) !== 'people') continue
    for (const person of personsIn(value))
      if (person.name !== '' && isName(person))
        gathered.found.push({ ...person, line, attended: person.attended ?? attendedBy(name) })
  }
  const persons = new Map<string, Found>()
  for (const one of gathered.found) {
    const key = one.name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
    const known = persons.get(key)
    persons.set(
      key,
      known
        ? {
            ...known,
            department: known.department || one.department,
            role: known.role || one.role,
            attended:
              known.attended === true || one.attended === true ? true : (known.attended ?? one.attended),
          }
        : one,
    )
  }
  const people = [...persons.values()].map(({ name, department, role, attended }, index) =>
    participantSchema.parse({
      id: making.newId(),
      name: name.slice(0, 100),
      department: department.slice(0, 100),
      role: role.slice(0, 100),
      attended,
      batch: making.batch,
      rank: rankOf(index),
    }),
  )
  return { people, problems: gathered.problems }
}
