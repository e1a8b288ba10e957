import { type Template, type TemplateContent, templateLimits } from '@kintsugi/model/templates'
import { useCallback, useEffect, useState } from 'react'
import { useAsking } from '../app/useAsking.ts'
import { useWords } from '../app/wordsContext.tsx'
import { ensureGuest } from '../identity/guest.ts'
import { ProblemError, problemOf } from '../live/problemError.ts'
import { templatesApi } from './templatesApi.ts'

/** What was just done, and how to take it back. */
export interface Done {
  text: string
  undo?: () => void
}

/** The list, and everything that can be done with it; what goes wrong is a sentence, and nothing is lost by it. */
export function useTemplates(explain: (error: unknown) => string) {
  const { t, language } = useWords()
  const [list, setList] = useState<readonly Template[] | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const { busy, trouble, ask } = useAsking(explain)

  const run = useCallback(
    <T>(work: () => Promise<T>): Promise<T | undefined> => {
      setDone(null)
      return ask(work)
    },
    [ask],
  )
  const load = useCallback(() => run(async () => setList(await templatesApi.list(language))), [run, language])
  useEffect(() => void load(), [load])

  const put = (template: Template): void =>
    setList((before) => {
      const there = before?.some(({ id }) => id === template.id)
      return there
        ? (before?.map((one) => (one.id === template.id ? template : one)) ?? null)
        : [...(before ?? []), template]
    })
  const guest = () => ensureGuest(language)

  const restore = (template: Template): Promise<void> =>
    run(async () => {
      const back = await templatesApi.restore(guest(), template.id)
      put(back)
      setDone({ text: t('templates.restored', { name: back.name }) })
    })

  return {
    list,
    trouble,
    done,
    busy,
    load,
    /** Another list's template, or a new version of one of ours. Undefined where it could not be kept. */
    save: (content: TemplateContent, before: Template | null): Promise<Template | undefined> =>
      run(async () => {
        const saved = before
          ? await templatesApi.change(guest(), before.id, { ...content, version: before.version })
          : await templatesApi.add(guest(), content)
        put(saved)
        setDone({ text: t('templates.saved', { name: saved.name }) })
        return saved
      }),
    remove: (template: Template): Promise<void> =>
      run(async () => {
        put(await templatesApi.remove(guest(), template.id))
        setDone({
          text: t('templates.removed', { name: template.name }),
          undo: () => void restore(template),
        })
      }),
    restore,
    take: (reading: Promise<string>): Promise<Template | undefined> =>
      run(async () => {
        const text = await reading.catch((cause: unknown) => {
          // A folder looks like a file until it is read.
          throw new ProblemError(problemOf('templatesFileUnreadable'), null, { cause })
        })
        if (text.length > templateLimits.fileBytes) {
          const limitMB = templateLimits.fileBytes / 1_000_000
          throw new ProblemError(problemOf('templatesFileTooBig', { limitMB }))
        }
        const { added, known } = await templatesApi.import(guest(), text)
        for (const template of added) put(template)
        setDone({
          text: [
            added.length > 0 && t('templates.imported', { count: added.length }),
            known > 0 && t('templates.importedKnown', { count: known }),
          ]
            .filter(Boolean)
            .join(' '),
        })
        return added[0]
      }),
  }
}
export type TemplatesDesk = ReturnType<typeof useTemplates>
