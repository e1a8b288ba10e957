/** How much is mended, as a ring. `share` 0–1; null draws the bare ring. The figure stands beside it, never in colour alone. */
export function MendedRing({ share, size = 20 }: { share: number | null; size?: number }) {
  const radius = 8
  const around = 2 * Math.PI * radius
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r={radius} fill="none" stroke="var(--line)" strokeWidth="3" />
      {share !== null && share > 0 && (
        <circle
          cx="10"
          cy="10"
          r={radius}
          fill="none"
          stroke="var(--gold)"
          strokeWidth="3"
          strokeLinecap={share < 1 ? 'round' : 'butt'}
          strokeDasharray={`${around * share} ${around}`}
          transform="rotate(-90 10 10)"
        />
      )}
    </svg>
  )
}
