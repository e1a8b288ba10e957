import type { ComponentProps, ReactNode } from 'react'

export interface ButtonProps extends ComponentProps<'button'> {
  look?: 'ink' | 'gold' | 'line' | 'quiet' | 'alarm'
}
export function Button({ look = 'line', className = '', ...rest }: ButtonProps) {
  return <button type="button" {...rest} data-look={look} className={`k-button ${className}`} />
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  label: string
  /** Shown behind the label in the tip, e.g. `N`. */
  keys?: string
  side?: 'below' | 'right' | 'end'
  children: ReactNode
}
/** A button that is only a picture: its label is its accessible name and its tip. */
export function IconButton({
  label,
  keys,
  side = 'below',
  className = '',
  children,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      aria-keyshortcuts={keys}
      data-tip={keys === undefined ? label : `${label}  ${keys}`}
      data-tip-side={side}
      className={`k-icon-button ${className}`}
    >
      {children}
    </button>
  )
}
