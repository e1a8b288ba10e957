import {
  type BoardSnapshot,
  type Department,
  departmentKey,
  departmentsMissing,
  type Participant,
  resolveDepartment,
} from '@kintsugi/model'

/** What two names have in common that mean one department, by whichever of its names. */
const meaning = (list: readonly Department[], name: string): string =>
  resolveDepartment(list, name)?.department.id ?? departmentKey(name)

/** The departments that somebody is from, each once. */
export function departmentsOn(people: readonly Participant[], list: readonly Department[]): string[] {
  const named = people.map(({ department }) => department).filter((name) => name.trim() !== '')
  return [...new Set(named.map((name) => meaning(list, name)))]
}

/** Departments of the board's templates, and of the master list, that nobody on the board is from. */
export function departmentGaps(
  { people, incident }: Pick<BoardSnapshot, 'people' | 'incident'>,
  list: readonly Department[],
): string[] {
  const there = new Set(departmentsOn(people, list))
  const gaps = new Map<string, string>()
  const wanted = incident.guide?.departments ?? []
  const missing = departmentsMissing(
    list,
    people.map(({ department }) => department),
  )
  for (const name of [...wanted, ...missing.map((department) => department.name)]) {
    const key = meaning(list, name)
    // By the name in use now.
    if (key !== '' && !there.has(key) && !gaps.has(key))
      gaps.set(key, resolveDepartment(list, name)?.department.name ?? name.trim())
  }
  return [...gaps.values()]
}
