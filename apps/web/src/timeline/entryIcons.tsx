import type { EntryKind } from '@kintsugi/model'
import { Activity, Bell, Eye, GitCommitHorizontal, Hand, Megaphone, MessageSquare, Scale } from 'lucide-react'
import type { ComponentType } from 'react'

/** Colour means kind elsewhere; on the timeline an icon does. */
export const entryIcons: Readonly<Record<EntryKind, ComponentType<{ size?: number; strokeWidth?: number }>>> =
  {
    alert: Bell,
    message: MessageSquare,
    action: Hand,
    decision: Scale,
    observation: Eye,
    change: GitCommitHorizontal,
    statusPost: Megaphone,
    impact: Activity,
  }
