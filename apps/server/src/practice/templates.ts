import { departmentKey, type ItemId, type Problem } from '@kintsugi/model'
import { builtInTemplates } from '@kintsugi/model/builtInTemplates'
import {
  contentOf,
  readTemplatesFile,
  type Template,
  type TemplateContent,
  templateContentSchema,
  templateLimits,
  templateSchema,
} from '@kintsugi/model/templates'
import type { TemplateChange, TemplatesImported } from '@kintsugi/protocol/templates'
import type { Language } from '@kintsugi/words'
import type { Kysely } from 'kysely'
import { refused } from '../refused.ts'
import type { Schema, TemplateRow } from '../storage/schema.ts'
import { oneByOne } from '../turns.ts'

type Answer = { template: Template } | { problem: Problem }

/** The templates, one list for all boards of this server: those that came with the product, then the teams' own. */
export interface Templates {
  /** The built-in ones in this language; deleted ones only where asked for. */
  all(language: Language, options?: { deleted?: boolean }): Promise<Template[]>
  /** One that a board can be made from. */
  find(id: ItemId, language: Language): Promise<Template | undefined>
  /** A name that is taken gets a number. Problems: `templateLimit`. */
  add(content: TemplateContent): Promise<Answer>
  /** Problems: `templateUnknown`, `templateBuiltIn`, `templateChanged`. */
  change(id: ItemId, change: TemplateChange): Promise<Answer>
  /** Deleted it can be restored, for as long as not too many have been since. Problems as of `change`, and the limit. */
  setDeleted(id: ItemId, deleted: boolean): Promise<Answer>
  /** Everything in a file, or nothing. Problems: those of the file, `templateLimit`. */
  take(text: string): Promise<TemplatesImported | { problem: Problem }>
}

const builtIn = [...builtInTemplates.ja, ...builtInTemplates.en]
const isBuiltIn = (id: ItemId): boolean => builtIn.some((template) => template.id === id)

export function openTemplates(parts: {
  db: Kysely<Schema>
  newId: () => ItemId
  now: () => number
}): Templates {
  const { db, newId, now } = parts
  const read = async (): Promise<Template[]> =>
    (await db.selectFrom('templates').selectAll().orderBy('added').execute()).map(templateOf)
  const inUse = async (): Promise<Template[]> => (await read()).filter(({ deleted }) => !deleted)

  // One after the other: between looking whether a name is free and taking it nobody else does either.
  const serially = oneByOne()

  async function insert(contents: readonly TemplateContent[], there: readonly Template[]) {
    const last = await db
      .selectFrom('templates')
      .select(({ fn }) => fn.max('added').as('added'))
      .executeTakeFirst()
    const added: Template[] = []
    for (const content of contents) {
      const name = freeName(content.name, [...there, ...added])
      added.push(templateSchema.parse({ ...content, name, id: newId() }))
    }
    const rows = added.map((template, i) => ({
      id: template.id,
      content: JSON.stringify(contentOf(template)),
      version: 1,
      deleted_at: null,
      added: (last?.added ?? 0) + 1 + i,
    }))
    if (rows.length > 0) await db.insertInto('templates').values(rows).execute()
    return added
  }
  const tooMany = () => refused('templateLimit', { limit: templateLimits.templates })

  /** What is deleted is kept for second thoughts, not for ever. */
  async function forgetOldest(): Promise<void> {
    const kept = await db
      .selectFrom('templates')
      .select('id')
      .where('deleted_at', 'is not', null)
      .orderBy('deleted_at', 'desc')
      .orderBy('added', 'desc')
      .execute()
    const old = kept.slice(templateLimits.deleted).map(({ id }) => id)
    if (old.length > 0) await db.deleteFrom('templates').where('id', 'in', old).execute()
  }

  async function find(id: ItemId): Promise<Answer> {
    if (isBuiltIn(id)) return refused('templateBuiltIn')
    const row = await db.selectFrom('templates').selectAll().where('id', '=', id).executeTakeFirst()
    return row === undefined ? refused('templateUnknown') : { template: templateOf(row) }
  }

  return {
    async all(language, { deleted = false } = {}) {
      const own = await read()
      return [...builtInTemplates[language], ...own.filter((template) => deleted || !template.deleted)]
    },
    async find(id, language) {
      const there = [...builtInTemplates[language], ...(await inUse())]
      return there.find((template) => template.id === id)
    },
    add: (content) =>
      serially(async () => {
        const there = await inUse()
        if (there.length >= templateLimits.templates) return tooMany()
        const [template] = await insert([content], there)
        return template ? { template } : tooMany()
      }),
    change: (id, { version, ...content }) =>
      serially(async () => {
        const found = await find(id)
        if ('problem' in found) return found
        const before = found.template
        if (before.deleted) return refused('templateUnknown')
        if (before.version !== version) return refused('templateChanged', { name: before.name })
        const others = (await inUse()).filter((other) => other.id !== id)
        const template = {
          ...before,
          ...content,
          name: freeName(content.name, others),
          version: version + 1,
        }
        await db
          .updateTable('templates')
          .set({ content: JSON.stringify(contentOf(template)), version: template.version })
          .where('id', '=', id)
          .execute()
        return { template }
      }),
    setDeleted: (id, deleted) =>
      serially(async () => {
        const found = await find(id)
        if ('problem' in found || found.template.deleted === deleted) return found
        const there = await inUse()
        if (!deleted && there.length >= templateLimits.templates) return tooMany()
        // Somebody may have taken its name meanwhile.
        const name = deleted ? found.template.name : freeName(found.template.name, there)
        const template = { ...found.template, name, deleted }
        await db
          .updateTable('templates')
          .set({
            content: JSON.stringify(contentOf(template)),
            deleted_at: deleted ? new Date(now()).toISOString() : null,
          })
          .where('id', '=', id)
          .execute()
        await forgetOldest()
        return { template }
      }),
    take: (text) =>
      serially(async () => {
        const file = readTemplatesFile(text)
        if ('problem' in file) return file
        const there = await inUse()
        const known = new Set([...builtIn, ...there].map((template) => JSON.stringify(contentOf(template))))
        const fresh = file.templates.filter((content) => !known.has(JSON.stringify(content)))
        if (there.length + fresh.length > templateLimits.templates) return tooMany()
        return { added: await insert(fresh, there), known: file.templates.length - fresh.length }
      }),
  }
}

/** The name, with the first number that makes it one of its own: `Ours`, `Ours (2)`. */
function freeName(name: string, others: readonly Template[]): string {
  const taken = new Set([...builtIn, ...others].map((template) => departmentKey(template.name)))
  if (!taken.has(departmentKey(name))) return name
  const bare = name.replace(/ \(\d+\)$/, '')
  for (let n = 2; ; n += 1) {
    const suffix = ` (${n})`
    const numbered = bare.slice(0, templateLimits.nameLength - suffix.length).toWellFormed() + suffix
    if (!taken.has(departmentKey(numbered))) return numbered
  }
}

function templateOf({ id, content, version, deleted_at }: TemplateRow): Template {
  return {
    ...templateContentSchema.parse(JSON.parse(content)),
    id,
    version,
    builtIn: false,
    deleted: deleted_at !== null,
  }
}
