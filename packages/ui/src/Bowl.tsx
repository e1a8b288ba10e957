/** The mark: a round bowl, broken once and mended with gold. */
export function Bowl({ size = 26, className }: { size?: number; className?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <circle cx="16" cy="16" r="15" fill="var(--ink)" />
      <circle cx="16" cy="16" r="11.6" fill="none" stroke="var(--on-ink)" strokeOpacity="0.14" />
      <g fill="none" stroke="light-dark(#e3bd62, #b07f22)" strokeLinecap="round" strokeLinejoin="round">
        <path d="M9.2 2.7 12 8.4l-1.6 3.8 4.3 3.6 6.4-1.2 3.2-4.6 4.6-1.7" strokeWidth="1.9" />
        <path d="m14.7 15.800-1.200 4.600 3.300 4.200-1 6.100" strokeWidth="1.6" />
        <path d="m13.500 20.400-5.100 1.300-5.300-1.100" strokeWidth="1.1" />
        <path d="m21.100 14.600 2.100 4.500 5.500 2.400" strokeWidth="1.1" />
      </g>
    </svg>
  )
}

/** Icon of a cause: a crack. Drawn like a lucide icon. */
export function CrackIcon({ size = 18 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="m14.500 2.500-4 6.500 4.500 3.500-5 9" />
      <path d="m15 12.500 5 1.500" />
      <path d="M10.500 9 5 8" />
    </svg>
  )
}
