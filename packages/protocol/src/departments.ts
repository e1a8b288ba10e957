import { departmentSchema } from '@kintsugi/model'
import { z } from 'zod'

const { name, aliases, archived } = departmentSchema.shape
export const newDepartmentSchema = departmentSchema.pick({ name: true, aliases: true })
/** What is not named stays, so nothing here has a default. A new name keeps the old one as an alias, by the server's doing. */
export const departmentChangeSchema = z.object({
  name: name.optional(),
  aliases: aliases.unwrap().optional(),
  archived: archived.unwrap().optional(),
})
export type DepartmentChange = z.infer<typeof departmentChangeSchema>
