import type { Department } from '@kintsugi/model'
import { useEffect } from 'react'
import { useReadable } from '../board/boardContext.tsx'
import type { Api } from '../live/api.ts'
import { createCell, type Readable } from '../live/readable.ts'

/** The master list as this page last heard it; null until it has. */
const list = createCell<readonly Department[] | null>(null)
export const departments: Readable<readonly Department[] | null> = list

const none: readonly Department[] = []
/**
 * The master list, asked for again when this appears. Where there is no answer, what is known stays: without the list
 * names are written as they are.
 */
export function useDepartments(api: Pick<Api, 'listDepartments'>): readonly Department[] {
  useEffect(() => {
    api.listDepartments().then(list.set, () => undefined)
  }, [api])
  return useReadable(list) ?? none
}

export function keepDepartment(department: Department): void {
  const known = list.get() ?? []
  const isKnown = known.some(({ id }) => id === department.id)
  list.set(
    isKnown ? known.map((each) => (each.id === department.id ? department : each)) : [...known, department],
  )
}
