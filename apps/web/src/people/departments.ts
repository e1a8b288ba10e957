import type { Department } from '@kintsugi/model'
import type { Api } from '../live/api.ts'
import { createCell, type Readable } from '../live/readable.ts'

/** The master list as this page last heard it; null until it has. */
const list = createCell<readonly Department[] | null>(null)
export const departments: Readable<readonly Department[] | null> = list

/** Asks for the list again; where there is no answer, what is known stays. */
export async function fetchDepartments(api: Pick<Api, 'listDepartments'>): Promise<void> {
  list.set(await api.listDepartments())
}

export function keepDepartment(department: Department): void {
  const known = list.get() ?? []
  const others = known.some(({ id }) => id === department.id)
  list.set(
    others ? known.map((each) => (each.id === department.id ? department : each)) : [...known, department],
  )
}
