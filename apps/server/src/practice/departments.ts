import {
  type Department,
  departmentLimits,
  departmentSchema,
  type ItemId,
  type Problem,
  renamedDepartment,
  resolveDepartment,
} from '@kintsugi/model'
import type { DepartmentChange } from '@kintsugi/protocol'
import type { Kysely } from 'kysely'
import { refused } from '../refused.ts'
import type { DepartmentRow, Schema } from '../storage/schema.ts'
import { oneByOne } from '../turns.ts'

type Answer = { department: Department } | { problem: Problem }

/** The master list of departments, one for all boards of this server. */
export interface Departments {
  /** In the order in which they were added, archived ones too. */
  all(): Promise<Department[]>
  /** Problems: `departmentTaken`, `departmentLimit`. */
  add(department: Pick<Department, 'name' | 'aliases'>): Promise<Answer>
  /** A new name keeps the old one as an alias. Problems: `departmentUnknown`, `departmentTaken`. */
  change(id: ItemId, change: DepartmentChange): Promise<Answer>
}

export function openDepartments(parts: { db: Kysely<Schema>; newId: () => ItemId }): Departments {
  const { db, newId } = parts
  const read = async (): Promise<Department[]> =>
    (await db.selectFrom('departments').selectAll().orderBy('added').execute()).map(departmentOf)

  /** A name that means somebody else already: two departments of one name cannot be told apart. */
  function taken(others: readonly Department[], { name, aliases }: Pick<Department, 'name' | 'aliases'>) {
    const clash = [name, ...aliases].find((called) => resolveDepartment(others, called) !== undefined)
    return clash === undefined ? undefined : refused('departmentTaken', { name: clash })
  }

  // One after the other: between looking whether a name is free and taking it nobody else does either.
  const serially = oneByOne()

  return {
    all: read,
    add: (given) =>
      serially(async () => {
        const all = await read()
        if (all.length >= departmentLimits.departments)
          return refused('departmentLimit', { limit: departmentLimits.departments })
        const problem = taken(all, given)
        if (problem) return problem
        const department = departmentSchema.parse({ ...given, id: newId() })
        const last = await db
          .selectFrom('departments')
          .select(({ fn }) => fn.max('added').as('added'))
          .executeTakeFirst()
        const row = { ...rowOf(department), added: (last?.added ?? 0) + 1 }
        await db.insertInto('departments').values(row).execute()
        return { department }
      }),
    change: (id, { name, ...rest }) =>
      serially(async () => {
        const all = await read()
        const before = all.find((department) => department.id === id)
        if (before === undefined) return refused('departmentUnknown')
        const given = {
          ...before,
          ...(rest.aliases === undefined ? {} : { aliases: rest.aliases }),
          ...(rest.archived === undefined ? {} : { archived: rest.archived }),
        }
        const department = name === undefined ? given : renamedDepartment(given, name)
        const problem = taken(
          all.filter((other) => other.id !== id),
          department,
        )
        if (problem) return problem
        await db.updateTable('departments').set(rowOf(department)).where('id', '=', id).execute()
        return { department }
      }),
  }
}

function departmentOf({ id, name, aliases, archived }: DepartmentRow): Department {
  return departmentSchema.parse({ id, name, aliases: JSON.parse(aliases), archived: archived === 1 })
}
function rowOf({ id, name, aliases, archived }: Department): Omit<DepartmentRow, 'added'> {
  return { id, name, aliases: JSON.stringify(aliases), archived: archived ? 1 : 0 }
}
