import { type MeetingRole, type Member, meetingRoles } from '@kintsugi/protocol'
import type { MenuEntry, MenuGroup } from '@kintsugi/ui/overlays'
import {
  ArrowRight,
  ChevronDown,
  Compass,
  EyeOff,
  Footprints,
  Lock,
  LockOpen,
  LogOut,
  PenLine,
  Presentation,
} from 'lucide-react'
import { type ReactNode, Suspense, useRef } from 'react'
import { later } from '../app/later.ts'
import { useWords } from '../app/wordsContext.tsx'
import { useReadable, useSession } from '../board/boardContext.tsx'
import { presenting } from '../board/presenting.ts'
import { invisible } from '../presence/invisible.ts'
import { leading } from '../presence/leading.ts'
import { type Conduct, holds, roleActs, rolesOpen } from './conduct.ts'
import type { MeetingAct } from './MeetingStrip.tsx'

const Menu = later(() => import('@kintsugi/ui/overlays').then(({ Menu }) => ({ default: Menu })))
const lockMinutes = [1, 3, 5]
const takeKeys = { facilitator: 'conduct.names.facilitate', scribe: 'conduct.names.takeNotes' } as const
const roleIcons = { facilitator: <Compass size={14} />, scribe: <PenLine size={14} /> }

export interface RolesButtonProps {
  own: Conduct
  onAct: (act: MeetingAct) => void
  canLead: boolean
  /** Who holds what. */
  children: ReactNode
}

/** Roles are taken, handed over and laid down here; the facilitator locks the board, and everybody arranges the own window. */
export function RolesButton({ own, onAct, canLead, children }: RolesButtonProps) {
  const { t } = useWords()
  const others = useReadable(useSession().presence.others)
  const isOpen = useReadable(rolesOpen)
  const isLeading = useReadable(leading)
  const isInvisible = useReadable(invisible)
  const isPresenting = useReadable(presenting)
  const anchor = useRef<HTMLButtonElement>(null)

  const ofRole = (role: MeetingRole): MenuGroup => {
    const acts = roleActs(own, role, others)
    const holder = own.heard?.[role]
    const change = (id: string, label: string, icon: ReactNode, to: 'me' | 'nobody' | Member): MenuEntry => ({
      id: `${role}-${id}`,
      label,
      icon,
      act: () => own.change({ role: { role, to } }),
    })
    const entries = [
      ...(acts.take ? [change('take', t(takeKeys[role]), roleIcons[role], 'me')] : []),
      ...(acts.takeOver
        ? [change('take', t('conduct.takeOver', { name: holder?.name ?? '' }), roleIcons[role], 'me')]
        : []),
      ...acts.handTo.map((member) =>
        change(
          member.principal,
          t('conduct.handTo', { name: member.name }),
          <ArrowRight size={14} />,
          member,
        ),
      ),
      ...(acts.layDown ? [change('leave', t('conduct.layDown'), <LogOut size={14} />, 'nobody')] : []),
    ]
    const name = holder ? (holds(own, role) ? t('conduct.you') : holder.name) : t(`conduct.about.${role}`)
    return { id: role, title: `${t(`conduct.role.${role}`)}: ${name}`, entries }
  }
  const locks: MenuEntry[] = own.heard?.lock
    ? [
        {
          id: 'unlock',
          label: t('conduct.lock.unlock'),
          icon: <LockOpen size={14} />,
          act: () => own.change({ lock: null }),
        },
      ]
    : lockMinutes.map((count) => ({
        id: `lock-${count}`,
        label: t('conduct.lock.for', { count }),
        icon: <Lock size={14} />,
        act: () => own.change({ lock: count }),
      }))
  const ownWindow: MenuEntry[] = [
    {
      id: 'presenting',
      label: t(isPresenting ? 'conduct.presenting.leave' : 'conduct.names.presenting'),
      icon: <Presentation size={14} />,
      checked: isPresenting,
      keys: 'P',
      act: () => onAct('presenting'),
    },
    ...(canLead
      ? [
          {
            id: 'followMe',
            label: t(isLeading ? 'conduct.follow.leave' : 'conduct.names.followMe'),
            icon: <Footprints size={14} />,
            checked: isLeading,
            keys: 'M',
            act: () => onAct('followMe'),
          },
        ]
      : []),
    {
      id: 'invisible',
      label: t(isInvisible ? 'conduct.invisible.leave' : 'conduct.names.invisible'),
      icon: <EyeOff size={14} />,
      checked: isInvisible,
      act: () => onAct('invisible'),
    },
  ]
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="k-roles"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-tip={t('conduct.open')}
        data-testid="roles"
        onClick={() => rolesOpen.set(true)}
      >
        {children}
        <ChevronDown size={13} aria-hidden="true" />
      </button>
      {isOpen && (
        <Suspense>
          <Menu
            label={t('conduct.open')}
            anchor={anchor}
            onClose={() => rolesOpen.set(false)}
            groups={[
              ...meetingRoles.map(ofRole).filter(({ entries }) => entries.length > 0),
              ...(holds(own, 'facilitator')
                ? [{ id: 'lock', title: t('conduct.groups.board'), entries: locks }]
                : []),
              { id: 'window', title: t('conduct.groups.window'), entries: ownWindow },
            ]}
          />
        </Suspense>
      )}
    </>
  )
}
