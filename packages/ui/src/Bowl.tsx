import { useId } from 'react'

/** The mark: a round bowl, broken once and mended with gold. */
export function Bowl({ size = 26, className }: { size?: number; className?: string }) {
  const rim = useId()
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <circle cx="16" cy="16" r="15" fill="var(--ink)" />
      <circle cx="16" cy="16" r="11.6" fill="none" stroke="var(--on-ink)" strokeOpacity="0.14" />
      <clipPath id={rim}>
        <circle cx="16" cy="16" r="15" />
      </clipPath>
      <g
        clipPath={`url(#${rim})`}
        fill="none"
        stroke="light-dark(#e3bd62, #b07f22)"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M8 .5 12 8.4l-1.6 3.8 4.3 3.6 6.4-1.2 3.2-4.6 6.6-2.4" strokeWidth="1.9" />
        <path d="m14.7 15.8-1.2 4.6 3.3 4.2-1.2 7" strokeWidth="1.6" />
        <path d="m13.5 20.4-5.1 1.3-7-1.5" strokeWidth="1.1" />
        <path d="m21.1 14.6 2.1 4.5 7 3" strokeWidth="1.1" />
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
      <path d="m14.5 2.5-4 6.5 4.5 3.5-5 9" />
      <path d="m15 12.5 5 1.5" />
      <path d="M10.5 9 5 8" />
    </svg>
  )
}
