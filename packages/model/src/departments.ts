import { z } from 'zod'
import { itemIdSchema } from './id.ts'

export const departmentLimits = { nameLength: 100, aliases: 50, departments: 500 } as const
/** One line of whole characters, whatever was pasted: what the database would keep differently is another name. */
const nameSchema = z
  .string()
  .overwrite((name) => name.toWellFormed().replace(/\p{Cc}+/gu, ' '))
  .trim()
  .min(1)
  .max(departmentLimits.nameLength)

/** A department of the master list. Departments get renamed: what they were called stays as an alias. */
export const departmentSchema = z.object({
  id: itemIdSchema,
  name: nameSchema,
  aliases: z.array(nameSchema).max(departmentLimits.aliases).default([]),
  /** No longer offered; what was said about it stays readable. */
  archived: z.boolean().default(false),
})
export type Department = z.infer<typeof departmentSchema>

/** Names are the same whatever their width, case and spaces: `ＳＲＥ` is `sre`. */
export function departmentKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}

export interface ResolvedDepartment {
  department: Department
  /** Whether it is called so now, or was once (or is, by some). */
  by: 'name' | 'alias'
}

/** Which department a name means. One that is called so goes before one that was; one in use before an archived one. */
export function resolveDepartment(
  departments: readonly Department[],
  name: string,
): ResolvedDepartment | undefined {
  const key = departmentKey(name)
  if (key === '') return undefined
  const inUseFirst = [...departments].sort((a, b) => Number(a.archived) - Number(b.archived))
  const named = inUseFirst.find((department) => departmentKey(department.name) === key)
  if (named) return { department: named, by: 'name' }
  const aliased = inUseFirst.find(({ aliases }) => aliases.some((alias) => departmentKey(alias) === key))
  return aliased && { department: aliased, by: 'alias' }
}

/** Another name for a department; the one it had becomes an alias, and the new one stops being one. */
export function renamedDepartment(department: Department, name: string): Department {
  const [before, after] = [departmentKey(department.name), departmentKey(name)]
  const others = department.aliases.filter((alias) => {
    const key = departmentKey(alias)
    return key !== before && key !== after
  })
  const aliases = before === after ? others : [...others, department.name]
  return { ...department, name: name.trim(), aliases: aliases.slice(-departmentLimits.aliases) }
}

/** Departments in use that none of these names means. */
export function departmentsMissing(
  departments: readonly Department[],
  names: readonly string[],
): Department[] {
  const there = new Set(names.map((name) => resolveDepartment(departments, name)?.department.id))
  return departments.filter(({ id, archived }) => !archived && !there.has(id))
}
