import { OpenAPIHono } from '@hono/zod-openapi'
import { refusal, refuse } from './refuse.ts'

/** An empty set of routes whose invalid parameters and bodies are refused in our form. */
export function openRoutes(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      // An id that no board can have is an unknown board to whoever asks, not a malformed request.
      if (result.target === 'param') return refuse(c, refusal('boardUnknown'))
      const [issue] = result.error.issues
      const field = issue?.path.join('.') || 'body'
      return refuse(c, refusal('fieldInvalid', { field, reason: issue?.message ?? '' }))
    },
  })
}
