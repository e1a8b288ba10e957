/** The browser asks before the tab closes, while closing it would lose something. */
export function guardLeaving(wouldLose: () => boolean): () => void {
  if (typeof window === 'undefined') return () => {}
  const onLeaving = (event: BeforeUnloadEvent) => {
    if (wouldLose()) event.preventDefault()
  }
  window.addEventListener('beforeunload', onLeaving)
  return () => window.removeEventListener('beforeunload', onLeaving)
}
