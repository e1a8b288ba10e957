import { describe, expect, it } from 'vitest'
import { paymentTimeout } from '../examples/index.ts'
import { builtInTemplates } from '../templates/index.ts'
import { checklistItemSchema, emptySnapshot, plainTextOf, practiceSteps, severities } from './index.ts'
import {
  additionOf,
  addsNothing,
  contentOf,
  readTemplatesFile,
  rulesText,
  type TemplateContent,
  templateContentSchema,
  templateOf,
  templatesFile,
  templatesFormat,
} from './templates.ts'

const template = (content: Partial<TemplateContent> = {}): TemplateContent =>
  templateContentSchema.parse({ name: 'Ours', ...content })
const item = (name: string) => checklistItemSchema.parse({ id: 'a'.repeat(22), name })
const japanese = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u

describe('the built-in templates', () => {
  it('[TM1] are the same three in both languages, each severity has one, and each asks for something', () => {
    const facts = (language: 'ja' | 'en') =>
      builtInTemplates[language].map(({ id, severities: meant, meetingMinutes, builtIn, checklist }) => ({
        ...{ id, meant, meetingMinutes, builtIn },
        steps: checklist.map(({ step }) => step),
      }))
    expect(facts('ja')).toEqual(facts('en'))
    expect(facts('ja').flatMap(({ meant }) => meant)).toEqual([...severities])
    for (const each of [...builtInTemplates.ja, ...builtInTemplates.en]) {
      expect(each.checklist.length).toBeGreaterThan(6)
      expect(each.departments.length).toBeGreaterThan(1)
      expect(Object.values(each.prompts).every((prompt) => prompt !== '')).toBe(true)
      const steps = each.checklist.map(({ step }) => (step ? practiceSteps.indexOf(step) : -1))
      expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    }
  })
  it('[TM1] are written in their language', () => {
    const said = (language: 'ja' | 'en') =>
      builtInTemplates[language].flatMap(({ name, about, checklist, prompts, groundRules }) => [
        ...[name, about, ...checklist.map((each) => each.name), ...Object.values(prompts)],
        ...groundRules.split('\n').filter(Boolean),
      ])
    for (const text of said('en')) expect(text).not.toMatch(japanese)
    for (const text of said('ja')) expect(text).toMatch(japanese)
    expect(said('ja').length).toBe(said('en').length)
  })
})

describe('what a template adds', () => {
  const full = template({
    severities: ['sev1'],
    groundRules: 'One.\nTwo.',
    departments: ['Support', 'Sales'],
    prompts: { summary: 'What?', impact: '', lessons: '' },
    meetingMinutes: 90,
    checklist: [
      { name: 'Read the log', step: 'timeline' },
      { name: 'Thank them', step: null },
    ],
  })
  it('[TM2] is everything on an empty board', () => {
    expect(additionOf(full, emptySnapshot())).toEqual({
      severity: 'sev1',
      groundRules: 'One.\nTwo.',
      guide: {
        name: 'Ours',
        departments: ['Support', 'Sales'],
        prompts: { summary: 'What?', impact: '', lessons: '' },
        meetingMinutes: 90,
      },
      checklist: full.checklist,
    })
  })
  it('[TM2] leaves what is there, and adds what is not', () => {
    const board = emptySnapshot()
    board.incident.severity = 'sev3'
    board.incident.groundRules = rulesText('Our own.')
    board.incident.guide = {
      name: 'First',
      departments: ['ｓａｌｅｓ'],
      prompts: { summary: '', impact: 'How many?', lessons: '' },
      meetingMinutes: 30,
    }
    board.checklist = [item('thank  them')]
    expect(additionOf(full, board)).toEqual({
      severity: null,
      groundRules: '',
      guide: {
        name: 'First',
        departments: ['ｓａｌｅｓ', 'Support'],
        prompts: { summary: 'What?', impact: 'How many?', lessons: '' },
        meetingMinutes: 30,
      },
      checklist: [{ name: 'Read the log', step: 'timeline' }],
    })
  })
  it('[TM2] done again is nothing; a template for several severities sets none', () => {
    const board = emptySnapshot()
    const { guide, severity, checklist } = additionOf(full, board)
    board.incident = { ...board.incident, guide, severity, groundRules: rulesText(full.groundRules) }
    board.checklist = checklist.map(({ name }) => item(name))
    expect(addsNothing(additionOf(full, board))).toBe(true)
    expect(additionOf({ ...full, severities: ['sev2', 'sev3'] }, emptySnapshot()).severity).toBeNull()
  })
  it('[TM3] a board hands on what it was prepared by, and nothing of its incident', () => {
    const made = templateOf(paymentTimeout.en, 'Payments')
    expect(made).toMatchObject({ name: 'Payments', severities: ['sev1'], meetingMinutes: 90 })
    expect(made.checklist.map(({ name }) => name)).toEqual(
      paymentTimeout.en.checklist.map(({ name }) => name),
    )
    expect(made.departments).toEqual(['Payments', 'Platform', 'SRE', 'Support', 'Sales', 'QA'])
    expect(made.groundRules).toBe(plainTextOf(paymentTimeout.en.incident.groundRules))
    expect(JSON.stringify(made)).not.toContain('Maria')
    expect(additionOf(made, emptySnapshot()).checklist).toEqual(made.checklist)
  })
})

describe('a file of templates', () => {
  const read = (text: string) => {
    const answer = readTemplatesFile(text)
    return 'problem' in answer ? answer.problem : answer.templates
  }
  it('[TM4] holds the content alone and comes back as it was', () => {
    const file = templatesFile(builtInTemplates.ja)
    expect(read(JSON.stringify(file))).toEqual(builtInTemplates.ja.map(contentOf))
    expect(JSON.stringify(file)).not.toContain('builtIn')
  })
  it('[TM4] may leave out what has a default, and what is typed oddly becomes whole lines', () => {
    const [first] = read(
      `\ufeff${JSON.stringify({ format: templatesFormat, templates: [{ name: ' A\r\nB\u0000 ' }] })}`,
    ) as TemplateContent[]
    expect(first).toEqual(template({ name: 'A B' }))
  })
  it.each([
    ['', 'templatesEmpty', {}],
    ['{"format": ', 'templatesBroken', {}],
    ['[]', 'templatesForeign', { format: '' }],
    ['{"format":"kintsugi.board/1"}', 'templatesForeign', { format: 'kintsugi.board/1' }],
    [
      JSON.stringify({ format: templatesFormat, templates: [{ name: 'a' }, { name: '' }] }),
      'templatesTooSmall',
      { n: 2, field: 'name', limit: 1 },
    ],
    [
      JSON.stringify({ format: templatesFormat, templates: [{ name: 'a', meetingMinutes: 5 }] }),
      'templatesTooSmall',
      { n: 1, field: 'meetingMinutes', limit: 10 },
    ],
    [
      JSON.stringify({ format: templatesFormat, templates: [{ name: 'a'.repeat(101) }] }),
      'templatesTooBig',
      { n: 1, field: 'name', limit: 100 },
    ],
    [
      JSON.stringify({ format: templatesFormat, templates: [{ name: 'a', severities: ['sev9'] }] }),
      'templatesInvalid',
      { n: 1, field: 'severities.0' },
    ],
    [JSON.stringify({ format: templatesFormat, templates: [] }), 'templatesTooSmall', { n: 0 }],
  ])('[TM5] that is none is refused with what is wrong and where (%#)', (text, code, args) => {
    expect(read(text)).toMatchObject({ code, args })
  })
  it('[TM5] names the line at which JSON breaks', () => {
    expect(read('{\n"format": "kintsugi.templates/1"\n"templates": []\n}')).toMatchObject({
      code: 'templatesBroken',
      line: 3,
    })
  })
})
