/** The part of JSON Schema that our own schemas use. */
interface Schema {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  format?: string
  pattern?: string
  maxLength?: number
}

const named = (ref: string): string => ref.replace(/^.*\//, '')

/** A schema in one line, as a person would write the type: `string | null`, `Cause[]`, `"ja" | "en"`. */
export function typeOf(given: object): string {
  const schema: Schema = given
  if (schema.$ref !== undefined) return named(schema.$ref)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const several = schema.anyOf ?? schema.oneOf
  if (several) return several.map(typeOf).join(' | ')
  if (schema.allOf) return schema.allOf.map(typeOf).join(' & ')
  if (schema.type === 'array') {
    const inner = schema.items ? typeOf(schema.items) : 'any'
    return inner.includes(' ') ? `(${inner})[]` : `${inner}[]`
  }
  if (schema.properties) return `{ ${Object.keys(schema.properties).join(', ')} }`
  if (typeof schema.additionalProperties === 'object')
    return `{ [key]: ${typeOf(schema.additionalProperties)} }`
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any')
  const limit = schema.maxLength === undefined ? '' : ` (≤ ${schema.maxLength})`
  return `${type}${limit}`
}

/** A named schema, a line a field; `?` marks what may be left out. */
export function shapeOf(given: object): string {
  const schema: Schema = given
  if (!schema.properties) return typeOf(schema)
  const required = new Set(schema.required ?? [])
  return Object.entries(schema.properties)
    .map(([name, field]) => `${name}${required.has(name) ? '' : '?'}: ${typeOf(field)}`)
    .join('\n')
}
