import { type PracticeStep, practiceSteps } from '../src/practice.ts'
import { type Template, type TemplateContent, templateSchema } from '../src/templates.ts'
import { en } from './builtIn.en.ts'
import { ja } from './builtIn.ja.ts'

const names = ['major', 'standard', 'nearMiss'] as const
type BuiltInName = (typeof names)[number]

/** What a built-in template says in one language; what is the same in both stands below. */
export type BuiltInWords = Record<
  BuiltInName,
  Pick<TemplateContent, 'name' | 'about' | 'departments' | 'prompts'> & {
    checklist: Record<PracticeStep, string[]>
    groundRules: string[]
  }
>

const facts = {
  major: { id: 'builtin-major-outage__', severities: ['sev1'], meetingMinutes: 90 },
  standard: { id: 'builtin-standard______', severities: ['sev2', 'sev3'], meetingMinutes: 60 },
  nearMiss: { id: 'builtin-near-miss_____', severities: ['sev4'], meetingMinutes: 30 },
} as const

function templatesIn(words: BuiltInWords): Template[] {
  return names.map((name) => {
    const { checklist, groundRules, ...said } = words[name]
    return templateSchema.parse({
      ...said,
      ...facts[name],
      builtIn: true,
      groundRules: groundRules.join('\n'),
      checklist: practiceSteps.flatMap((step) => checklist[step].map((item) => ({ name: item, step }))),
    })
  })
}

/** The three that are there from the start, the same ids in both languages. */
export const builtInTemplates: Record<'ja' | 'en', Template[]> = { ja: templatesIn(ja), en: templatesIn(en) }
