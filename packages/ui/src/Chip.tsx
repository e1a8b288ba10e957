import type { ReactNode } from 'react'

export interface ChipProps {
  look?: 'plain' | 'alarm' | 'gold'
  icon?: ReactNode
  children: ReactNode
}
export function Chip({ look = 'plain', icon, children }: ChipProps) {
  return (
    <span className="k-chip" data-look={look}>
      {icon}
      {children}
    </span>
  )
}
