import { z } from 'zod'
import { departmentKey } from './departments.ts'
import { type Guide, guideSchema, promptedTexts, promptsSchema } from './guide.ts'
import { itemIdSchema } from './id.ts'
import { type Severity, severitySchema } from './incident.ts'
import { practiceStepSchema } from './practice.ts'
import type { Problem } from './problem.ts'
import { plainTextOf, type RichText } from './richText.ts'
import type { BoardSnapshot } from './snapshot.ts'

export const templateLimits = {
  templates: 200,
  /** Deleted ones that can be had back; older ones go for good. */
  deleted: 50,
  nameLength: 100,
  aboutLength: 300,
  checklist: 40,
  lineLength: 200,
  groundRulesLength: 4000,
  departments: 30,
  promptLength: 500,
  fileBytes: 1_000_000,
} as const

/** One line of whole characters, whatever was pasted. */
const line = (most: number) =>
  z
    .string()
    .overwrite((text) => text.toWellFormed().replace(/\p{Cc}+/gu, ' '))
    .trim()
    .max(most)
const lines = (most: number) =>
  z
    .string()
    .overwrite((text) => text.toWellFormed().replace(/[^\P{Cc}\n]+/gu, ' '))
    .trim()
    .max(most)

/** What a template says: for which incidents it is meant, and what a board gets from it. */
export const templateContentSchema = z.object({
  name: line(templateLimits.nameLength).min(1),
  /** When to take it. */
  about: line(templateLimits.aboutLength).default(''),
  /** Severities it is meant for; none: any. */
  severities: z.array(severitySchema).max(4).default([]),
  /** The team it is for; empty: any. */
  team: line(templateLimits.nameLength).default(''),
  checklist: z
    .array(
      z.object({
        name: line(templateLimits.lineLength).min(1),
        step: practiceStepSchema.nullable().default(null),
      }),
    )
    .max(templateLimits.checklist)
    .default([]),
  /** One rule a line; empty: the usual ones. */
  groundRules: lines(templateLimits.groundRulesLength).default(''),
  departments: z.array(line(100).min(1)).max(templateLimits.departments).default([]),
  prompts: promptsSchema.default({ summary: '', impact: '', lessons: '' }),
  meetingMinutes: guideSchema.shape.meetingMinutes,
})
export type TemplateContent = z.infer<typeof templateContentSchema>

/** A template of the server's list. */
export const templateSchema = templateContentSchema.extend({
  id: itemIdSchema,
  /** Came with the product: it can be copied, and never changed or lost. */
  builtIn: z.boolean().default(false),
  deleted: z.boolean().default(false),
  /** Rises with every change: whoever changes it says which one they had before them. */
  version: z.number().int().positive().default(1),
})
export type Template = z.infer<typeof templateSchema>

/** The content alone, without what the list adds. */
export const contentOf = (template: TemplateContent): TemplateContent => templateContentSchema.parse(template)

export const templatesFormat = 'kintsugi.templates/1'
/** Templates as a file, to be taken to another server. */
export const templatesFileSchema = z.object({
  format: z.literal(templatesFormat),
  templates: z.array(templateContentSchema).min(1).max(templateLimits.templates),
})
export type TemplatesFile = z.infer<typeof templatesFileSchema>

export function templatesFile(templates: readonly TemplateContent[]): TemplatesFile {
  return { format: templatesFormat, templates: templates.map(contentOf) }
}

const problem = (code: string, args: Problem['args'] = {}, at: number | null = null) => ({
  problem: { code, args, line: at },
})

/** Reads such a file. Problems: `templatesEmpty`, `templatesBroken`, `templatesForeign`, `templatesInvalid` and its like. */
export function readTemplatesFile(raw: string): { templates: TemplateContent[] } | { problem: Problem } {
  const text = raw.replace(/^\ufeff/, '')
  if (text.trim() === '') return problem('templatesEmpty')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    return problem(
      'templatesBroken',
      {},
      at === undefined ? null : text.slice(0, Number(at)).split('\n').length,
    )
  }
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  if (format !== templatesFormat)
    return problem('templatesForeign', { format: typeof format === 'string' ? format.slice(0, 60) : '' })
  const read = templatesFileSchema.safeParse(value)
  if (read.success) return { templates: read.data.templates }
  const [issue] = read.error.issues
  const [, index, ...field] = issue?.path ?? []
  const where = { n: typeof index === 'number' ? index + 1 : 0, field: field.join('.') || 'templates' }
  if (issue?.code === 'too_big') return problem('templatesTooBig', { ...where, limit: Number(issue.maximum) })
  if (issue?.code === 'too_small')
    return problem('templatesTooSmall', { ...where, limit: Number(issue.minimum) })
  return problem('templatesInvalid', where)
}

/** JSON Schema (draft 2020-12) of such a file, as a reader takes it: what has a default may be left out. */
export function templatesJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(templatesFileSchema, { io: 'input', unrepresentable: 'any' })
  return { ...schema, title: 'Kintsugi templates' }
}

/** What a template would add to a board: it fills what is empty and touches nothing else. */
export interface TemplateAddition {
  severity: Severity | null
  /** Empty: the board keeps the rules it has. */
  groundRules: string
  /** Null: nothing in it changes. */
  guide: Guide | null
  checklist: TemplateContent['checklist']
}

const sameWords = (a: string, b: string): boolean => departmentKey(a) === departmentKey(b)

export function additionOf(template: TemplateContent, board: BoardSnapshot): TemplateAddition {
  const { incident, checklist } = board
  const before = guideSchema.parse(incident.guide ?? {})
  const fresh = template.departments.filter(
    (name) => !before.departments.some((known) => sameWords(known, name)),
  )
  const guide: Guide = {
    name: before.name || template.name,
    departments: [...before.departments, ...fresh],
    prompts: promptsSchema.parse(
      Object.fromEntries(
        promptedTexts.map((text) => [text, before.prompts[text] || template.prompts[text]] as const),
      ),
    ),
    meetingMinutes: before.meetingMinutes ?? template.meetingMinutes,
  }
  const [only, ...others] = template.severities
  return {
    severity: incident.severity === null && others.length === 0 ? (only ?? null) : null,
    groundRules: plainTextOf(incident.groundRules) === '' ? template.groundRules : '',
    guide: JSON.stringify(guide) === JSON.stringify(incident.guide) ? null : guide,
    checklist: template.checklist.filter(({ name }) => !checklist.some((item) => sameWords(item.name, name))),
  }
}

export function addsNothing({ severity, groundRules, guide, checklist }: TemplateAddition): boolean {
  return severity === null && groundRules === '' && guide === null && checklist.length === 0
}

/** Ground rules as a text of the board: a list, one rule a point. */
export function rulesText(rules: string): RichText {
  const points = rules.split('\n').filter((rule) => rule.trim() !== '')
  return {
    type: 'doc',
    content: [
      {
        type: 'bulletList',
        content: points.map((text) => ({
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: text.trim() }] }],
        })),
      },
    ],
  }
}

/** What a board can hand on to the next one. */
export function templateOf({ incident, people, checklist }: BoardSnapshot, name: string): TemplateContent {
  const guide = guideSchema.parse(incident.guide ?? {})
  const departments: string[] = []
  for (const department of [...guide.departments, ...people.map((person) => person.department)]) {
    if (department.trim() !== '' && !departments.some((known) => sameWords(known, department)))
      departments.push(department.trim())
  }
  return templateContentSchema.parse({
    name,
    severities: incident.severity === null ? [] : [incident.severity],
    checklist: checklist
      .filter((item) => item.name.trim() !== '')
      .map((item) => ({ name: item.name, step: item.step }))
      .slice(0, templateLimits.checklist),
    groundRules: plainTextOf(incident.groundRules).slice(0, templateLimits.groundRulesLength),
    departments: departments.slice(0, templateLimits.departments),
    prompts: guide.prompts,
    meetingMinutes: guide.meetingMinutes,
  })
}
