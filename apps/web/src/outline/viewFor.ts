/** The two ways to see a board: laid out on the canvas, or told in reading order. */
export const views = ['canvas', 'outline'] as const
export type View = (typeof views)[number]

/** `asked`: the address says so. `kept`: chosen on this device before, in a window as wide. */
export function viewFor(facts: { asked: string | null; kept: string | null; narrow: boolean }): View {
  const named = (name: string | null): View | undefined => views.find((view) => view === name)
  return named(facts.asked) ?? named(facts.kept) ?? (facts.narrow ? 'outline' : 'canvas')
}
