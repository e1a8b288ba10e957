import { describe, expect, it } from 'vitest'
import {
  type Department,
  departmentSchema,
  departmentsMissing,
  renamedDepartment,
  resolveDepartment,
} from './index.ts'

const department = (id: string, name: string, rest: Partial<Department> = {}): Department =>
  departmentSchema.parse({ id: id.padEnd(22, '_'), name, ...rest })
const platform = department('a', '基盤', { aliases: ['インフラ', 'Platform Team'] })
const old = department('b', 'インフラ', { archived: true })
const sre = department('c', 'SRE')
const all = [old, platform, sre]

describe('departments', () => {
  it('[MD10] mean the same in any width, case and spacing', () => {
    expect(resolveDepartment(all, ' ｓｒｅ ')).toEqual({ department: sre, by: 'name' })
    expect(resolveDepartment(all, 'platform  team')).toEqual({ department: platform, by: 'alias' })
    expect(resolveDepartment(all, '営業')).toBeUndefined()
    expect(resolveDepartment(all, '　')).toBeUndefined()
  })
  it('[MD10] are found by their name before by an alias, in use before archived', () => {
    expect(resolveDepartment(all, 'インフラ')).toEqual({ department: old, by: 'name' })
    const again = department('d', 'Sre', { archived: true })
    expect(resolveDepartment([again, sre], 'SRE')?.department).toBe(sre)
  })
  it('[MD11] keep the name they had as an alias, once, and never their own', () => {
    const renamed = renamedDepartment(platform, ' クラウド基盤 ')
    expect(renamed).toEqual({
      ...platform,
      name: 'クラウド基盤',
      aliases: ['インフラ', 'Platform Team', '基盤'],
    })
    expect(renamedDepartment(renamed, '基盤').aliases).toEqual(['インフラ', 'Platform Team', 'クラウド基盤'])
    expect(renamedDepartment(sre, 'sre')).toEqual({ ...sre, name: 'sre' })
  })
  it('[MD11] that nobody is from are missing, by whatever name the others are called', () => {
    expect(departmentsMissing(all, ['Platform Team', '営業'])).toEqual([sre])
    expect(departmentsMissing(all, [])).toEqual([platform, sre])
  })
})
